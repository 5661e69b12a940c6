"""Addresses of the public boards and of policy pages."""

from __future__ import annotations

from django.urls import path, re_path

from pumasi.publish.portal import views, views_moved, views_policies

app_name = "portal"
public = [
    path("news/", views.boards, name="list"),
    re_path(r"^news/feed\.(?P<form>rss|atom|json)$", views.feed, name="feed"),
    path("news/subscribe/", views.subscribe, name="subscribe"),
    path("news/subscription/<str:token>/", views.subscription, name="subscription"),
    path("news/<int:pk>/", views.article, name="article_short"),
    path("news/<int:pk>-<slug:slug>/", views.article, name="article"),
    path("news/<int:pk>/seen/", views.seen, name="seen"),
    path("news/<int:pk>/file/<int:file>/", views.attachment, name="attachment"),
    path("news/<int:pk>/file/<int:file>/look/", views.look, name="look"),
    path("news/<int:pk>/picture/", views.picture, name="picture"),
    path("policies/<slug:kind>/", views_policies.policy, name="policy"),
    path("logo/", views.logo, name="logo"),
]
desk = [
    path("policies/", views_policies.desk, name="policies"),
    path("policies/new/", views_policies.announce, name="announce"),
    path("policies/<int:pk>/call-off/", views_policies.call_off, name="call_off"),
    path("old-addresses/", views_moved.old_addresses, name="old_addresses"),
    path("old-addresses/act/", views_moved.act_on_addresses, name="act_on_addresses"),
]
