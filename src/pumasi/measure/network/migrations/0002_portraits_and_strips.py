import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0002_api_tokens'),
        ('network', '0001_initial'),
    ]

    operations = [
        # The new weights are in no stored tie yet: every cluster is computed anew at the next reading.
        migrations.RunSQL("UPDATE network_reading SET fingerprint = ''", migrations.RunSQL.noop),
        migrations.AddField(
            model_name='tie',
            name='weight_10',
            field=models.FloatField(default=0),
        ),
        migrations.AddField(
            model_name='tie',
            name='weight_20',
            field=models.FloatField(default=0),
        ),
        migrations.AddField(
            model_name='tie',
            name='weight_50',
            field=models.FloatField(default=0),
        ),
        migrations.CreateModel(
            name='Portrait',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('audience', models.CharField(max_length=8)),
                ('window', models.CharField(max_length=10)),
                ('version', models.PositiveIntegerField()),
                ('as_of', models.DateTimeField()),
                ('mark', models.CharField(max_length=32)),
                ('told', models.JSONField()),
                ('cluster', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.cluster')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cluster', 'audience', 'window'), name='portrait_once')],
            },
        ),
    ]
