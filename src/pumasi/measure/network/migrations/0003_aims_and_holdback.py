import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0002_api_tokens'),
        ('network', '0002_portraits_and_strips'),
    ]

    operations = [
        # A reason was a contact and its share; it has a kind now.
        migrations.RunSQL(
            """
            UPDATE network_introduction SET reasons = (
                SELECT coalesce(
                    jsonb_agg(jsonb_build_object('kind', 'contact', 'id', one -> 0, 'share', one -> 1)), '[]'
                )
                FROM jsonb_array_elements(reasons) one
            ) WHERE jsonb_typeof(reasons -> 0) = 'array'
            """,
            migrations.RunSQL.noop,
        ),
        migrations.CreateModel(
            name='Aim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until', models.DateField()),
                ('cluster', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.cluster')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.organisation')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.tag')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cluster', 'organisation', 'tag'), name='aim_once')],
            },
        ),
        migrations.CreateModel(
            name='Withheld',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('asked', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.organisation')),
                ('asker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.organisation')),
                ('cluster', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.cluster')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cluster', 'asker', 'asked'), name='withheld_once')],
            },
        ),
    ]
