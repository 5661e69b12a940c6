SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql
    AS $$
                    DECLARE
                        _pgh_context_id UUID;
                        _pgh_context_metadata JSONB;
                    BEGIN
                        BEGIN
                            SELECT INTO _pgh_context_id
                                CURRENT_SETTING('pghistory.context_id');
                            SELECT INTO _pgh_context_metadata
                                CURRENT_SETTING('pghistory.context_metadata');
                            EXCEPTION WHEN OTHERS THEN
                        END;
                        IF _pgh_context_id IS NOT NULL AND _pgh_context_metadata IS NOT NULL THEN
                            INSERT INTO pghistory_context (id, metadata, created_at, updated_at)
                                VALUES (_pgh_context_id, _pgh_context_metadata, NOW(), NOW())
                                ON CONFLICT (id) DO UPDATE
                                    SET metadata = EXCLUDED.metadata,
                                        updated_at = EXCLUDED.updated_at
                                    WHERE pghistory_context.metadata != EXCLUDED.metadata;
                            RETURN _pgh_context_id;
                        ELSE
                            RETURN NULL;
                        END IF;
                    END;
                $$;
CREATE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_02a5d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_06087() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_1255e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_1a71a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_3b43e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_4ac86() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_53f61() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_5d671() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_650a3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_6a1bb() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_7869f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_81a5b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_858d4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_b67bd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_ce5be() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_d8e6a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_e0a97() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_e3a9c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_ea2c5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_append_only_f17de() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_29a14() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_bookingevent" ("batch_id", "changed_at", "cluster_id", "confidential", "created_at", "created_by_id", "device", "ended_at", "ends_at", "id", "key", "offered_until", "organisation_id", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "price_class_id", "price_lines", "purpose", "reason_en", "reason_ko", "reference", "scenarios", "sequence", "series_id", "starts_at", "state", "successor_id", "uid", "zone") VALUES (NEW."batch_id", NEW."changed_at", NEW."cluster_id", NEW."confidential", NEW."created_at", NEW."created_by_id", NEW."device", NEW."ended_at", NEW."ends_at", NEW."id", NEW."key", NEW."offered_until", NEW."organisation_id", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."price", NEW."price_class_id", NEW."price_lines", NEW."purpose", NEW."reason_en", NEW."reason_ko", NEW."reference", NEW."scenarios", NEW."sequence", NEW."series_id", NEW."starts_at", NEW."state", NEW."successor_id", NEW."uid", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_43a1d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_servicerequestevent" ("changed_at", "cluster_id", "confidential", "created_at", "facility_id", "id", "key", "organisation_id", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "quote_note", "result", "result_note", "sample", "state", "title", "wanted_by") VALUES (NEW."changed_at", NEW."cluster_id", NEW."confidential", NEW."created_at", NEW."facility_id", NEW."id", NEW."key", NEW."organisation_id", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."quote", NEW."quote_note", NEW."result", NEW."result_note", NEW."sample", NEW."state", NEW."title", NEW."wanted_by"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_53d22() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_sessionevent" ("batch_id", "booking_id", "cluster_id", "confidential", "ended_at", "external_id", "facility_id", "how", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_class_id", "recorded_by_id", "scenarios", "started_at", "whole") VALUES (NEW."batch_id", NEW."booking_id", NEW."cluster_id", NEW."confidential", NEW."ended_at", NEW."external_id", NEW."facility_id", NEW."how", NEW."id", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."price_class_id", NEW."recorded_by_id", NEW."scenarios", NEW."started_at", NEW."whole"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_64caf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_qualificationevent" ("batch_id", "cluster_id", "created_at", "device", "granted_by_id", "id", "kind", "level", "note", "organisation_id", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "suspended_at", "suspended_for", "valid_from", "valid_until") VALUES (NEW."batch_id", NEW."cluster_id", NEW."created_at", NEW."device", NEW."granted_by_id", NEW."id", NEW."kind", NEW."level", NEW."note", NEW."organisation_id", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."suspended_at", NEW."suspended_for", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_6ce8d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "newsroom_claimevent" ("as_of", "changed_at", "cluster_id", "conflict_en", "conflict_ko", "denominator", "id", "key", "link", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase_en", "phrase_ko", "source_en", "source_ko", "status", "unit_en", "unit_ko") VALUES (NEW."as_of", NEW."changed_at", NEW."cluster_id", NEW."conflict_en", NEW."conflict_ko", NEW."denominator", NEW."id", NEW."key", NEW."link", NEW."numerator", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phrase_en", NEW."phrase_ko", NEW."source_en", NEW."source_ko", NEW."status", NEW."unit_en", NEW."unit_ko"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_70ae6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetups_eventevent" ("address_en", "address_ko", "batch_id", "capacity", "changed_at", "closes_at", "cluster_id", "created_at", "created_by_id", "ends_at", "folded", "host_id", "id", "kind", "link", "needs_approval", "number", "offer_hours", "opens_at", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture", "picture_text_en", "picture_text_ko", "place_en", "place_ko", "promotes", "reason_en", "reason_ko", "reveals_place", "sequence", "series_id", "starts_at", "state", "successor_id", "summary_en", "summary_ko", "text_en", "text_ko", "title_en", "title_ko", "uid", "visibility", "zone") VALUES (NEW."address_en", NEW."address_ko", NEW."batch_id", NEW."capacity", NEW."changed_at", NEW."closes_at", NEW."cluster_id", NEW."created_at", NEW."created_by_id", NEW."ends_at", NEW."folded", NEW."host_id", NEW."id", NEW."kind", NEW."link", NEW."needs_approval", NEW."number", NEW."offer_hours", NEW."opens_at", NEW."origin", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."picture", NEW."picture_text_en", NEW."picture_text_ko", NEW."place_en", NEW."place_ko", NEW."promotes", NEW."reason_en", NEW."reason_ko", NEW."reveals_place", NEW."sequence", NEW."series_id", NEW."starts_at", NEW."state", NEW."successor_id", NEW."summary_en", NEW."summary_ko", NEW."text_en", NEW."text_ko", NEW."title_en", NEW."title_ko", NEW."uid", NEW."visibility", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_81232() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_relationevent" ("batch_id", "cluster_id", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "state", "until") VALUES (NEW."batch_id", NEW."cluster_id", NEW."id", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."since", NEW."state", NEW."until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_86d14() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "newsroom_editionevent" ("approved_by_id", "blocks", "edited_at", "first_published_at", "id", "item_id", "language", "left_out", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "reason", "sections", "sections_of", "shown_blocks", "shown_summary", "shown_title", "state", "summary", "title", "version", "written_by_id") VALUES (NEW."approved_by_id", NEW."blocks", NEW."edited_at", NEW."first_published_at", NEW."id", NEW."item_id", NEW."language", NEW."left_out", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."publish_at", NEW."reason", NEW."sections", NEW."sections_of", NEW."shown_blocks", NEW."shown_summary", NEW."shown_title", NEW."state", NEW."summary", NEW."title", NEW."version", NEW."written_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_8902e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_loanevent" ("cluster_id", "condition", "created_at", "ends_at", "facility_id", "id", "lent_at", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reason_en", "reason_ko", "returned_at", "starts_at", "state") VALUES (NEW."cluster_id", NEW."condition", NEW."created_at", NEW."ends_at", NEW."facility_id", NEW."id", NEW."lent_at", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."purpose", NEW."reason_en", NEW."reason_ko", NEW."returned_at", NEW."starts_at", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_8ef50() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_consentevent" ("given_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "text_version", "withdrawn_at") VALUES (NEW."given_at", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."purpose", NEW."text_version", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_bf0fe() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetups_registrationevent" ("answers", "asked_at", "basis", "checked_in_at", "consents", "email", "ended_at", "event_id", "id", "language", "name", "offered_until", "organisation_id", "organisation_name", "origin", "party", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proved_at", "reason", "reminded_at", "state") VALUES (NEW."answers", NEW."asked_at", NEW."basis", NEW."checked_in_at", NEW."consents", NEW."email", NEW."ended_at", NEW."event_id", NEW."id", NEW."language", NEW."name", NEW."offered_until", NEW."organisation_id", NEW."organisation_name", NEW."origin", NEW."party", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."proved_at", NEW."reason", NEW."reminded_at", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_c439b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_chargeevent" ("adjusted_for", "adjustment", "amount", "booking_id", "cluster_id", "created_at", "day", "hours", "id", "invoice", "lines", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "state", "text_en", "text_ko") VALUES (NEW."adjusted_for", NEW."adjustment", NEW."amount", NEW."booking_id", NEW."cluster_id", NEW."created_at", NEW."day", NEW."hours", NEW."id", NEW."invoice", NEW."lines", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."session_id", NEW."state", NEW."text_en", NEW."text_ko"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_c4b1b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_affiliationevent" ("batch_id", "id", "is_contact", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title_en", "title_ko", "until") VALUES (NEW."batch_id", NEW."id", NEW."is_contact", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."since", NEW."title_en", NEW."title_ko", NEW."until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_ccaf2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_personevent" ("batch_id", "created_at", "email", "erased_at", "external_id", "field_visibility", "folded", "id", "language", "name_en", "name_key", "name_ko", "orcid", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."batch_id", NEW."created_at", NEW."email", NEW."erased_at", NEW."external_id", NEW."field_visibility", NEW."folded", NEW."id", NEW."language", NEW."name_en", NEW."name_key", NEW."name_ko", NEW."orcid", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_cccf6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_facilityevent" ("area_m2", "asks_reference", "batch_id", "changed_at", "charged_by", "cleanup_minutes", "closed_on", "cluster_id", "contact_email", "contact_en", "contact_ko", "contact_phone", "created_at", "folded", "grace_minutes", "how_to_apply_en", "how_to_apply_ko", "id", "kind", "late_percent", "mode", "movable", "name_en", "name_ko", "needs_approval", "notice_hours", "opened_on", "owner_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture", "picture_text_en", "picture_text_ko", "places", "position", "record_visibility", "register_number", "scenarios", "setup_minutes", "specification_en", "specification_ko", "step_minutes", "summary_en", "summary_ko", "text_en", "text_ko", "visibility", "zone") VALUES (NEW."area_m2", NEW."asks_reference", NEW."batch_id", NEW."changed_at", NEW."charged_by", NEW."cleanup_minutes", NEW."closed_on", NEW."cluster_id", NEW."contact_email", NEW."contact_en", NEW."contact_ko", NEW."contact_phone", NEW."created_at", NEW."folded", NEW."grace_minutes", NEW."how_to_apply_en", NEW."how_to_apply_ko", NEW."id", NEW."kind", NEW."late_percent", NEW."mode", NEW."movable", NEW."name_en", NEW."name_ko", NEW."needs_approval", NEW."notice_hours", NEW."opened_on", NEW."owner_id", NEW."parent_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."picture", NEW."picture_text_en", NEW."picture_text_ko", NEW."places", NEW."position", NEW."record_visibility", NEW."register_number", NEW."scenarios", NEW."setup_minutes", NEW."specification_en", NEW."specification_ko", NEW."step_minutes", NEW."summary_en", NEW."summary_ko", NEW."text_en", NEW."text_ko", NEW."visibility", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_d06c9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_rolegrantevent" ("cluster_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "user_id") VALUES (NEW."cluster_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."role", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_d68e8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_organisationevent" ("address_en", "address_ko", "anchor_note_en", "anchor_note_ko", "batch_id", "city_en", "city_ko", "country", "created_at", "custom", "description_en", "description_ko", "email", "employees", "external_id", "field_visibility", "folded", "founded", "id", "initials", "is_anchor", "kind", "latitude", "lei", "longitude", "merged_into_id", "name_en", "name_key", "name_ko", "parent_id", "parent_note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "registration_number", "ror", "search", "sector_code", "sector_en", "sector_ko", "sector_scheme", "short_name_en", "short_name_ko", "updated_at", "visibility", "website") VALUES (NEW."address_en", NEW."address_ko", NEW."anchor_note_en", NEW."anchor_note_ko", NEW."batch_id", NEW."city_en", NEW."city_ko", NEW."country", NEW."created_at", NEW."custom", NEW."description_en", NEW."description_ko", NEW."email", NEW."employees", NEW."external_id", NEW."field_visibility", NEW."folded", NEW."founded", NEW."id", NEW."initials", NEW."is_anchor", NEW."kind", NEW."latitude", NEW."lei", NEW."longitude", NEW."merged_into_id", NEW."name_en", NEW."name_key", NEW."name_ko", NEW."parent_id", NEW."parent_note", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phone", NEW."registration_number", NEW."ror", NEW."search", NEW."sector_code", NEW."sector_en", NEW."sector_ko", NEW."sector_scheme", NEW."short_name_en", NEW."short_name_ko", NEW."updated_at", NEW."visibility", NEW."website"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_e017f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetups_participantevent" ("arrived_at", "away", "day_id", "email", "id", "joined_at", "key", "kind", "language", "languages", "left_at", "name", "needs_en", "needs_ko", "offers_en", "offers_ko", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "standby") VALUES (NEW."arrived_at", NEW."away", NEW."day_id", NEW."email", NEW."id", NEW."joined_at", NEW."key", NEW."kind", NEW."language", NEW."languages", NEW."left_at", NEW."name", NEW."needs_en", NEW."needs_ko", NEW."offers_en", NEW."offers_ko", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."registration_id", NEW."standby"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_e3ee4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_creditevent" ("amount", "cluster_id", "id", "organisation_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "since", "until") VALUES (NEW."amount", NEW."cluster_id", NEW."id", NEW."organisation_id", NEW."origin", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."since", NEW."until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_insert_insert_f4eb1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetups_meetingevent" ("a_id", "absent_id", "b_id", "day_id", "id", "interpreter_id", "made_at", "moved_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result_a", "result_b", "run_id", "score", "slot_id", "stars_a", "stars_b", "state", "successor_id", "table_id") VALUES (NEW."a_id", NEW."absent_id", NEW."b_id", NEW."day_id", NEW."id", NEW."interpreter_id", NEW."made_at", NEW."moved_reason", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."result_a", NEW."result_b", NEW."run_id", NEW."score", NEW."slot_id", NEW."stars_a", NEW."stars_b", NEW."state", NEW."successor_id", NEW."table_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_line_append_only_5f055() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
            IF current_setting('pumasi.erasing', true) IS DISTINCT FROM 'on' THEN
                RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_part_append_only_1b046() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
            IF current_setting('pumasi.erasing', true) IS DISTINCT FROM 'on' THEN
                RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_0d43b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_rolegrantevent" ("cluster_id", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "since", "until", "user_id") VALUES (NEW."cluster_id", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."role", NEW."since", NEW."until", NEW."user_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_0d9d6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_facilityevent" ("area_m2", "asks_reference", "batch_id", "changed_at", "charged_by", "cleanup_minutes", "closed_on", "cluster_id", "contact_email", "contact_en", "contact_ko", "contact_phone", "created_at", "folded", "grace_minutes", "how_to_apply_en", "how_to_apply_ko", "id", "kind", "late_percent", "mode", "movable", "name_en", "name_ko", "needs_approval", "notice_hours", "opened_on", "owner_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture", "picture_text_en", "picture_text_ko", "places", "position", "record_visibility", "register_number", "scenarios", "setup_minutes", "specification_en", "specification_ko", "step_minutes", "summary_en", "summary_ko", "text_en", "text_ko", "visibility", "zone") VALUES (NEW."area_m2", NEW."asks_reference", NEW."batch_id", NEW."changed_at", NEW."charged_by", NEW."cleanup_minutes", NEW."closed_on", NEW."cluster_id", NEW."contact_email", NEW."contact_en", NEW."contact_ko", NEW."contact_phone", NEW."created_at", NEW."folded", NEW."grace_minutes", NEW."how_to_apply_en", NEW."how_to_apply_ko", NEW."id", NEW."kind", NEW."late_percent", NEW."mode", NEW."movable", NEW."name_en", NEW."name_ko", NEW."needs_approval", NEW."notice_hours", NEW."opened_on", NEW."owner_id", NEW."parent_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."picture", NEW."picture_text_en", NEW."picture_text_ko", NEW."places", NEW."position", NEW."record_visibility", NEW."register_number", NEW."scenarios", NEW."setup_minutes", NEW."specification_en", NEW."specification_ko", NEW."step_minutes", NEW."summary_en", NEW."summary_ko", NEW."text_en", NEW."text_ko", NEW."visibility", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_237f9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_qualificationevent" ("batch_id", "cluster_id", "created_at", "device", "granted_by_id", "id", "kind", "level", "note", "organisation_id", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "suspended_at", "suspended_for", "valid_from", "valid_until") VALUES (NEW."batch_id", NEW."cluster_id", NEW."created_at", NEW."device", NEW."granted_by_id", NEW."id", NEW."kind", NEW."level", NEW."note", NEW."organisation_id", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."suspended_at", NEW."suspended_for", NEW."valid_from", NEW."valid_until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_2b97e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetups_registrationevent" ("answers", "asked_at", "basis", "checked_in_at", "consents", "email", "ended_at", "event_id", "id", "language", "name", "offered_until", "organisation_id", "organisation_name", "origin", "party", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proved_at", "reason", "reminded_at", "state") VALUES (NEW."answers", NEW."asked_at", NEW."basis", NEW."checked_in_at", NEW."consents", NEW."email", NEW."ended_at", NEW."event_id", NEW."id", NEW."language", NEW."name", NEW."offered_until", NEW."organisation_id", NEW."organisation_name", NEW."origin", NEW."party", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."proved_at", NEW."reason", NEW."reminded_at", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_39a46() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_loanevent" ("cluster_id", "condition", "created_at", "ends_at", "facility_id", "id", "lent_at", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reason_en", "reason_ko", "returned_at", "starts_at", "state") VALUES (NEW."cluster_id", NEW."condition", NEW."created_at", NEW."ends_at", NEW."facility_id", NEW."id", NEW."lent_at", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."purpose", NEW."reason_en", NEW."reason_ko", NEW."returned_at", NEW."starts_at", NEW."state"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_54488() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_creditevent" ("amount", "cluster_id", "id", "organisation_id", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "since", "until") VALUES (NEW."amount", NEW."cluster_id", NEW."id", NEW."organisation_id", NEW."origin", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."since", NEW."until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_5c169() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_bookingevent" ("batch_id", "changed_at", "cluster_id", "confidential", "created_at", "created_by_id", "device", "ended_at", "ends_at", "id", "key", "offered_until", "organisation_id", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price", "price_class_id", "price_lines", "purpose", "reason_en", "reason_ko", "reference", "scenarios", "sequence", "series_id", "starts_at", "state", "successor_id", "uid", "zone") VALUES (NEW."batch_id", NEW."changed_at", NEW."cluster_id", NEW."confidential", NEW."created_at", NEW."created_by_id", NEW."device", NEW."ended_at", NEW."ends_at", NEW."id", NEW."key", NEW."offered_until", NEW."organisation_id", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."price", NEW."price_class_id", NEW."price_lines", NEW."purpose", NEW."reason_en", NEW."reason_ko", NEW."reference", NEW."scenarios", NEW."sequence", NEW."series_id", NEW."starts_at", NEW."state", NEW."successor_id", NEW."uid", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_5f53e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "newsroom_claimevent" ("as_of", "changed_at", "cluster_id", "conflict_en", "conflict_ko", "denominator", "id", "key", "link", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase_en", "phrase_ko", "source_en", "source_ko", "status", "unit_en", "unit_ko") VALUES (NEW."as_of", NEW."changed_at", NEW."cluster_id", NEW."conflict_en", NEW."conflict_ko", NEW."denominator", NEW."id", NEW."key", NEW."link", NEW."numerator", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phrase_en", NEW."phrase_ko", NEW."source_en", NEW."source_ko", NEW."status", NEW."unit_en", NEW."unit_ko"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_679c0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_consentevent" ("given_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "text_version", "withdrawn_at") VALUES (NEW."given_at", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."purpose", NEW."text_version", NEW."withdrawn_at"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_6ba84() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetups_participantevent" ("arrived_at", "away", "day_id", "email", "id", "joined_at", "key", "kind", "language", "languages", "left_at", "name", "needs_en", "needs_ko", "offers_en", "offers_ko", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "standby") VALUES (NEW."arrived_at", NEW."away", NEW."day_id", NEW."email", NEW."id", NEW."joined_at", NEW."key", NEW."kind", NEW."language", NEW."languages", NEW."left_at", NEW."name", NEW."needs_en", NEW."needs_ko", NEW."offers_en", NEW."offers_ko", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."registration_id", NEW."standby"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_85631() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "newsroom_editionevent" ("approved_by_id", "blocks", "edited_at", "first_published_at", "id", "item_id", "language", "left_out", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publish_at", "reason", "sections", "sections_of", "shown_blocks", "shown_summary", "shown_title", "state", "summary", "title", "version", "written_by_id") VALUES (NEW."approved_by_id", NEW."blocks", NEW."edited_at", NEW."first_published_at", NEW."id", NEW."item_id", NEW."language", NEW."left_out", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."publish_at", NEW."reason", NEW."sections", NEW."sections_of", NEW."shown_blocks", NEW."shown_summary", NEW."shown_title", NEW."state", NEW."summary", NEW."title", NEW."version", NEW."written_by_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_863df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_sessionevent" ("batch_id", "booking_id", "cluster_id", "confidential", "ended_at", "external_id", "facility_id", "how", "id", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_class_id", "recorded_by_id", "scenarios", "started_at", "whole") VALUES (NEW."batch_id", NEW."booking_id", NEW."cluster_id", NEW."confidential", NEW."ended_at", NEW."external_id", NEW."facility_id", NEW."how", NEW."id", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."price_class_id", NEW."recorded_by_id", NEW."scenarios", NEW."started_at", NEW."whole"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_9f53f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_chargeevent" ("adjusted_for", "adjustment", "amount", "booking_id", "cluster_id", "created_at", "day", "hours", "id", "invoice", "lines", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "state", "text_en", "text_ko") VALUES (NEW."adjusted_for", NEW."adjustment", NEW."amount", NEW."booking_id", NEW."cluster_id", NEW."created_at", NEW."day", NEW."hours", NEW."id", NEW."invoice", NEW."lines", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."session_id", NEW."state", NEW."text_en", NEW."text_ko"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_a133a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_personevent" ("batch_id", "created_at", "email", "erased_at", "external_id", "field_visibility", "folded", "id", "language", "name_en", "name_key", "name_ko", "orcid", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone") VALUES (NEW."batch_id", NEW."created_at", NEW."email", NEW."erased_at", NEW."external_id", NEW."field_visibility", NEW."folded", NEW."id", NEW."language", NEW."name_en", NEW."name_key", NEW."name_ko", NEW."orcid", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_bb9a8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_affiliationevent" ("batch_id", "id", "is_contact", "organisation_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "title_en", "title_ko", "until") VALUES (NEW."batch_id", NEW."id", NEW."is_contact", NEW."organisation_id", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."since", NEW."title_en", NEW."title_ko", NEW."until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_d2200() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetups_eventevent" ("address_en", "address_ko", "batch_id", "capacity", "changed_at", "closes_at", "cluster_id", "created_at", "created_by_id", "ends_at", "folded", "host_id", "id", "kind", "link", "needs_approval", "number", "offer_hours", "opens_at", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "picture", "picture_text_en", "picture_text_ko", "place_en", "place_ko", "promotes", "reason_en", "reason_ko", "reveals_place", "sequence", "series_id", "starts_at", "state", "successor_id", "summary_en", "summary_ko", "text_en", "text_ko", "title_en", "title_ko", "uid", "visibility", "zone") VALUES (NEW."address_en", NEW."address_ko", NEW."batch_id", NEW."capacity", NEW."changed_at", NEW."closes_at", NEW."cluster_id", NEW."created_at", NEW."created_by_id", NEW."ends_at", NEW."folded", NEW."host_id", NEW."id", NEW."kind", NEW."link", NEW."needs_approval", NEW."number", NEW."offer_hours", NEW."opens_at", NEW."origin", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."picture", NEW."picture_text_en", NEW."picture_text_ko", NEW."place_en", NEW."place_ko", NEW."promotes", NEW."reason_en", NEW."reason_ko", NEW."reveals_place", NEW."sequence", NEW."series_id", NEW."starts_at", NEW."state", NEW."successor_id", NEW."summary_en", NEW."summary_ko", NEW."text_en", NEW."text_ko", NEW."title_en", NEW."title_ko", NEW."uid", NEW."visibility", NEW."zone"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_dda88() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "meetups_meetingevent" ("a_id", "absent_id", "b_id", "day_id", "id", "interpreter_id", "made_at", "moved_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result_a", "result_b", "run_id", "score", "slot_id", "stars_a", "stars_b", "state", "successor_id", "table_id") VALUES (NEW."a_id", NEW."absent_id", NEW."b_id", NEW."day_id", NEW."id", NEW."interpreter_id", NEW."made_at", NEW."moved_reason", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."result_a", NEW."result_b", NEW."run_id", NEW."score", NEW."slot_id", NEW."stars_a", NEW."stars_b", NEW."state", NEW."successor_id", NEW."table_id"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_e70f9() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_relationevent" ("batch_id", "cluster_id", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "state", "until") VALUES (NEW."batch_id", NEW."cluster_id", NEW."id", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."since", NEW."state", NEW."until"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_f2f72() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "facilities_servicerequestevent" ("changed_at", "cluster_id", "confidential", "created_at", "facility_id", "id", "key", "organisation_id", "origin", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "quote_note", "result", "result_note", "sample", "state", "title", "wanted_by") VALUES (NEW."changed_at", NEW."cluster_id", NEW."confidential", NEW."created_at", NEW."facility_id", NEW."id", NEW."key", NEW."organisation_id", NEW."origin", NEW."person_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."quote", NEW."quote_note", NEW."result", NEW."result_note", NEW."sample", NEW."state", NEW."title", NEW."wanted_by"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.pgtrigger_update_update_f4b2a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "members_organisationevent" ("address_en", "address_ko", "anchor_note_en", "anchor_note_ko", "batch_id", "city_en", "city_ko", "country", "created_at", "custom", "description_en", "description_ko", "email", "employees", "external_id", "field_visibility", "folded", "founded", "id", "initials", "is_anchor", "kind", "latitude", "lei", "longitude", "merged_into_id", "name_en", "name_key", "name_ko", "parent_id", "parent_note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "registration_number", "ror", "search", "sector_code", "sector_en", "sector_ko", "sector_scheme", "short_name_en", "short_name_ko", "updated_at", "visibility", "website") VALUES (NEW."address_en", NEW."address_ko", NEW."anchor_note_en", NEW."anchor_note_ko", NEW."batch_id", NEW."city_en", NEW."city_ko", NEW."country", NEW."created_at", NEW."custom", NEW."description_en", NEW."description_ko", NEW."email", NEW."employees", NEW."external_id", NEW."field_visibility", NEW."folded", NEW."founded", NEW."id", NEW."initials", NEW."is_anchor", NEW."kind", NEW."latitude", NEW."lei", NEW."longitude", NEW."merged_into_id", NEW."name_en", NEW."name_key", NEW."name_ko", NEW."parent_id", NEW."parent_note", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phone", NEW."registration_number", NEW."ror", NEW."search", NEW."sector_code", NEW."sector_en", NEW."sector_ko", NEW."sector_scheme", NEW."short_name_en", NEW."short_name_ko", NEW."updated_at", NEW."visibility", NEW."website"); RETURN NULL;
                END;
            $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;
SET default_tablespace = '';
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.claims_figure (
    id bigint NOT NULL,
    key character varying(120) NOT NULL,
    audience character varying(8) NOT NULL,
    numerator double precision NOT NULL,
    denominator double precision,
    unit character varying(40) NOT NULL,
    window_start date,
    window_end date,
    as_of timestamp with time zone NOT NULL,
    rows character varying(300) NOT NULL,
    definition_ko character varying(400) NOT NULL,
    definition_en character varying(400) NOT NULL,
    coverage_ko character varying(300) NOT NULL,
    coverage_en character varying(300) NOT NULL,
    comparison_ko character varying(300) NOT NULL,
    comparison_en character varying(300) NOT NULL,
    cluster_id bigint
);
ALTER TABLE public.claims_figure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.claims_figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.facilities_booking (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    zone character varying(60) NOT NULL,
    state character varying(9) NOT NULL,
    purpose character varying(200) NOT NULL,
    reference character varying(80) NOT NULL,
    device character varying(80) NOT NULL,
    scenarios jsonb NOT NULL,
    confidential boolean NOT NULL,
    price numeric(12,0) NOT NULL,
    price_lines jsonb NOT NULL,
    offered_until timestamp with time zone,
    key character varying(22) NOT NULL,
    uid uuid NOT NULL,
    sequence integer NOT NULL,
    origin character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    reason_ko character varying(300) NOT NULL,
    reason_en character varying(300) NOT NULL,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    person_id bigint,
    successor_id bigint,
    series_id bigint,
    price_class_id bigint,
    CONSTRAINT booking_lasts CHECK ((ends_at > starts_at)),
    CONSTRAINT facilities_booking_sequence_check CHECK ((sequence >= 0))
);
ALTER TABLE public.facilities_booking ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_booking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_booking_partners (
    id bigint NOT NULL,
    booking_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.facilities_booking_partners ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_booking_partners_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_bookingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    zone character varying(60) NOT NULL,
    state character varying(9) NOT NULL,
    purpose character varying(200) NOT NULL,
    reference character varying(80) NOT NULL,
    device character varying(80) NOT NULL,
    scenarios jsonb NOT NULL,
    confidential boolean NOT NULL,
    price numeric(12,0) NOT NULL,
    price_lines jsonb NOT NULL,
    offered_until timestamp with time zone,
    key character varying(22) NOT NULL,
    uid uuid NOT NULL,
    sequence integer NOT NULL,
    origin character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    reason_ko character varying(300) NOT NULL,
    reason_en character varying(300) NOT NULL,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    created_by_id bigint,
    organisation_id bigint NOT NULL,
    person_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    successor_id bigint,
    series_id bigint,
    price_class_id bigint,
    CONSTRAINT facilities_bookingevent_sequence_check CHECK ((sequence >= 0))
);
ALTER TABLE public.facilities_bookingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_bookingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_bookingitem (
    id bigint NOT NULL,
    whole boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    booking_id bigint NOT NULL,
    facility_id bigint NOT NULL
);
ALTER TABLE public.facilities_bookingitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_bookingitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_bookingseries (
    id bigint NOT NULL,
    rule character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.facilities_bookingseries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_bookingseries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_charge (
    id bigint NOT NULL,
    day date NOT NULL,
    hours numeric(9,2) NOT NULL,
    amount numeric(12,0) NOT NULL,
    lines jsonb NOT NULL,
    adjustment numeric(12,0) NOT NULL,
    adjusted_for character varying(300) NOT NULL,
    state character varying(8) NOT NULL,
    invoice character varying(40) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    text_ko character varying(300) NOT NULL,
    text_en character varying(300) NOT NULL,
    booking_id bigint,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    session_id bigint,
    CONSTRAINT charge_not_below_zero CHECK ((amount >= (adjustment * ('-1'::integer)::numeric)))
);
ALTER TABLE public.facilities_charge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_charge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_chargeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    day date NOT NULL,
    hours numeric(9,2) NOT NULL,
    amount numeric(12,0) NOT NULL,
    lines jsonb NOT NULL,
    adjustment numeric(12,0) NOT NULL,
    adjusted_for character varying(300) NOT NULL,
    state character varying(8) NOT NULL,
    invoice character varying(40) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    text_ko character varying(300) NOT NULL,
    text_en character varying(300) NOT NULL,
    booking_id bigint,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    session_id bigint
);
ALTER TABLE public.facilities_chargeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_chargeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_closure (
    id bigint NOT NULL,
    kind character varying(9) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    reason_ko character varying(300) NOT NULL,
    reason_en character varying(300) NOT NULL,
    facility_id bigint NOT NULL,
    CONSTRAINT closure_lasts CHECK ((ends_at > starts_at))
);
ALTER TABLE public.facilities_closure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_closure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_credit (
    id bigint NOT NULL,
    amount numeric(12,0) NOT NULL,
    since date NOT NULL,
    until date,
    reason character varying(300) NOT NULL,
    origin character varying(120) NOT NULL,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.facilities_credit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_credit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_creditevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    amount numeric(12,0) NOT NULL,
    since date NOT NULL,
    until date,
    reason character varying(300) NOT NULL,
    origin character varying(120) NOT NULL,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);
ALTER TABLE public.facilities_creditevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_creditevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_credituse (
    id bigint NOT NULL,
    amount numeric(12,0) NOT NULL,
    charge_id bigint NOT NULL,
    credit_id bigint NOT NULL
);
ALTER TABLE public.facilities_credituse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_credituse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_facility (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    register_number character varying(40) NOT NULL,
    contact_email character varying(254) NOT NULL,
    contact_phone character varying(40) NOT NULL,
    area_m2 numeric(12,2),
    picture character varying(100) NOT NULL,
    visibility character varying(8) NOT NULL,
    record_visibility character varying(8) NOT NULL,
    mode character varying(9) NOT NULL,
    places smallint NOT NULL,
    movable boolean NOT NULL,
    setup_minutes smallint NOT NULL,
    cleanup_minutes smallint NOT NULL,
    step_minutes smallint NOT NULL,
    needs_approval boolean NOT NULL,
    asks_reference boolean NOT NULL,
    grace_minutes smallint NOT NULL,
    notice_hours smallint NOT NULL,
    late_percent smallint NOT NULL,
    charged_by character varying(6) NOT NULL,
    opened_on date,
    closed_on date,
    zone character varying(60) NOT NULL,
    "position" smallint NOT NULL,
    scenarios jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    folded text NOT NULL,
    name_ko character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    summary_ko character varying(300) NOT NULL,
    summary_en character varying(300) NOT NULL,
    text_ko text NOT NULL,
    text_en text NOT NULL,
    specification_ko text NOT NULL,
    specification_en text NOT NULL,
    how_to_apply_ko text NOT NULL,
    how_to_apply_en text NOT NULL,
    contact_ko character varying(200) NOT NULL,
    contact_en character varying(200) NOT NULL,
    picture_text_ko character varying(200) NOT NULL,
    picture_text_en character varying(200) NOT NULL,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    owner_id bigint,
    parent_id bigint,
    CONSTRAINT facilities_facility_cleanup_minutes_check CHECK ((cleanup_minutes >= 0)),
    CONSTRAINT facilities_facility_grace_minutes_check CHECK ((grace_minutes >= 0)),
    CONSTRAINT facilities_facility_late_percent_check CHECK ((late_percent >= 0)),
    CONSTRAINT facilities_facility_notice_hours_check CHECK ((notice_hours >= 0)),
    CONSTRAINT facilities_facility_places_check CHECK ((places >= 0)),
    CONSTRAINT facilities_facility_position_check CHECK (("position" >= 0)),
    CONSTRAINT facilities_facility_setup_minutes_check CHECK ((setup_minutes >= 0)),
    CONSTRAINT facilities_facility_step_minutes_check CHECK ((step_minutes >= 0)),
    CONSTRAINT facility_has_a_place CHECK ((places >= 1)),
    CONSTRAINT facility_late_at_most_the_price CHECK ((late_percent <= 100)),
    CONSTRAINT facility_not_its_own_parent CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT facility_places_only_if_shared CHECK ((((mode)::text = 'shared'::text) OR (places = 1))),
    CONSTRAINT facility_step_of_five_minutes CHECK ((step_minutes >= 5))
);
ALTER TABLE public.facilities_facility ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_facility_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_facility_tags (
    id bigint NOT NULL,
    facility_id bigint NOT NULL,
    tag_id bigint NOT NULL
);
ALTER TABLE public.facilities_facility_tags ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_facility_tags_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_facilityevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    register_number character varying(40) NOT NULL,
    contact_email character varying(254) NOT NULL,
    contact_phone character varying(40) NOT NULL,
    area_m2 numeric(12,2),
    picture character varying(100) NOT NULL,
    visibility character varying(8) NOT NULL,
    record_visibility character varying(8) NOT NULL,
    mode character varying(9) NOT NULL,
    places smallint NOT NULL,
    movable boolean NOT NULL,
    setup_minutes smallint NOT NULL,
    cleanup_minutes smallint NOT NULL,
    step_minutes smallint NOT NULL,
    needs_approval boolean NOT NULL,
    asks_reference boolean NOT NULL,
    grace_minutes smallint NOT NULL,
    notice_hours smallint NOT NULL,
    late_percent smallint NOT NULL,
    charged_by character varying(6) NOT NULL,
    opened_on date,
    closed_on date,
    zone character varying(60) NOT NULL,
    "position" smallint NOT NULL,
    scenarios jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    folded text NOT NULL,
    name_ko character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    summary_ko character varying(300) NOT NULL,
    summary_en character varying(300) NOT NULL,
    text_ko text NOT NULL,
    text_en text NOT NULL,
    specification_ko text NOT NULL,
    specification_en text NOT NULL,
    how_to_apply_ko text NOT NULL,
    how_to_apply_en text NOT NULL,
    contact_ko character varying(200) NOT NULL,
    contact_en character varying(200) NOT NULL,
    picture_text_ko character varying(200) NOT NULL,
    picture_text_en character varying(200) NOT NULL,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    owner_id bigint,
    parent_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT facilities_facilityevent_cleanup_minutes_check CHECK ((cleanup_minutes >= 0)),
    CONSTRAINT facilities_facilityevent_grace_minutes_check CHECK ((grace_minutes >= 0)),
    CONSTRAINT facilities_facilityevent_late_percent_check CHECK ((late_percent >= 0)),
    CONSTRAINT facilities_facilityevent_notice_hours_check CHECK ((notice_hours >= 0)),
    CONSTRAINT facilities_facilityevent_places_check CHECK ((places >= 0)),
    CONSTRAINT facilities_facilityevent_position_check CHECK (("position" >= 0)),
    CONSTRAINT facilities_facilityevent_setup_minutes_check CHECK ((setup_minutes >= 0)),
    CONSTRAINT facilities_facilityevent_step_minutes_check CHECK ((step_minutes >= 0))
);
ALTER TABLE public.facilities_facilityevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_facilityevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_facilitypair (
    id bigint NOT NULL,
    rule character varying(8) NOT NULL,
    why_ko character varying(200) NOT NULL,
    why_en character varying(200) NOT NULL,
    a_id bigint NOT NULL,
    b_id bigint NOT NULL,
    CONSTRAINT facility_pair_from_low_to_high CHECK ((a_id < b_id))
);
ALTER TABLE public.facilities_facilitypair ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_facilitypair_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_incident (
    id bigint NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    text character varying(2000) NOT NULL,
    cleared_at timestamp with time zone,
    clearance character varying(500) NOT NULL,
    facility_id bigint NOT NULL,
    organisation_id bigint,
    person_id bigint,
    recorded_by_id bigint,
    session_id bigint
);
ALTER TABLE public.facilities_incident ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_incident_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_incident_suspends (
    id bigint NOT NULL,
    incident_id bigint NOT NULL,
    qualification_id bigint NOT NULL
);
ALTER TABLE public.facilities_incident_suspends ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_incident_suspends_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_infrastructure (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    contact_email character varying(254) NOT NULL,
    link character varying(500) NOT NULL,
    visibility character varying(8) NOT NULL,
    name_ko character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    text_ko character varying(1000) NOT NULL,
    text_en character varying(1000) NOT NULL,
    access_ko character varying(500) NOT NULL,
    access_en character varying(500) NOT NULL,
    contact_ko character varying(200) NOT NULL,
    contact_en character varying(200) NOT NULL,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    owner_id bigint
);
ALTER TABLE public.facilities_infrastructure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_infrastructure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_loan (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    purpose character varying(200) NOT NULL,
    state character varying(9) NOT NULL,
    lent_at timestamp with time zone,
    returned_at timestamp with time zone,
    condition character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    reason_ko character varying(300) NOT NULL,
    reason_en character varying(300) NOT NULL,
    cluster_id bigint NOT NULL,
    facility_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint,
    CONSTRAINT loan_lasts CHECK ((ends_at > starts_at))
);
ALTER TABLE public.facilities_loan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_loan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_loanevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    purpose character varying(200) NOT NULL,
    state character varying(9) NOT NULL,
    lent_at timestamp with time zone,
    returned_at timestamp with time zone,
    condition character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    reason_ko character varying(300) NOT NULL,
    reason_en character varying(300) NOT NULL,
    cluster_id bigint NOT NULL,
    facility_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);
ALTER TABLE public.facilities_loanevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_loanevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_opening (
    id bigint NOT NULL,
    weekday smallint NOT NULL,
    opens time without time zone NOT NULL,
    closes time without time zone NOT NULL,
    facility_id bigint NOT NULL,
    CONSTRAINT facilities_opening_weekday_check CHECK ((weekday >= 0)),
    CONSTRAINT opening_of_a_weekday CHECK ((weekday <= 6))
);
ALTER TABLE public.facilities_opening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_opening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_priceclass (
    id bigint NOT NULL,
    key character varying(30) NOT NULL,
    kinds jsonb NOT NULL,
    is_default boolean NOT NULL,
    "position" smallint NOT NULL,
    name_ko character varying(100) NOT NULL,
    name_en character varying(100) NOT NULL,
    cluster_id bigint NOT NULL,
    CONSTRAINT facilities_priceclass_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.facilities_priceclass ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_priceclass_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_priceclassmember (
    id bigint NOT NULL,
    since date NOT NULL,
    until date,
    organisation_id bigint NOT NULL,
    price_class_id bigint NOT NULL
);
ALTER TABLE public.facilities_priceclassmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_priceclassmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_problem (
    id bigint NOT NULL,
    text character varying(1000) NOT NULL,
    dangerous boolean NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    state character varying(6) NOT NULL,
    answer character varying(500) NOT NULL,
    told_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    facility_id bigint NOT NULL
);
ALTER TABLE public.facilities_problem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_problem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_qualification (
    id bigint NOT NULL,
    kind character varying(9) NOT NULL,
    level smallint NOT NULL,
    device character varying(80) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    note character varying(300) NOT NULL,
    origin character varying(120) NOT NULL,
    suspended_at timestamp with time zone,
    suspended_for character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    granted_by_id bigint,
    organisation_id bigint,
    person_id bigint,
    CONSTRAINT facilities_qualification_level_check CHECK ((level >= 0)),
    CONSTRAINT qualification_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT qualification_of_somebody CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL)))
);
ALTER TABLE public.facilities_qualification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_qualification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_qualificationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(9) NOT NULL,
    level smallint NOT NULL,
    device character varying(80) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    note character varying(300) NOT NULL,
    origin character varying(120) NOT NULL,
    suspended_at timestamp with time zone,
    suspended_for character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    granted_by_id bigint,
    organisation_id bigint,
    person_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT facilities_qualificationevent_level_check CHECK ((level >= 0))
);
ALTER TABLE public.facilities_qualificationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_qualificationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_quota (
    id bigint NOT NULL,
    hours_a_month smallint,
    bookings_ahead smallint,
    longest_hours smallint,
    days_ahead smallint,
    facility_id bigint NOT NULL,
    price_class_id bigint,
    CONSTRAINT facilities_quota_bookings_ahead_check CHECK ((bookings_ahead >= 0)),
    CONSTRAINT facilities_quota_days_ahead_check CHECK ((days_ahead >= 0)),
    CONSTRAINT facilities_quota_hours_a_month_check CHECK ((hours_a_month >= 0)),
    CONSTRAINT facilities_quota_longest_hours_check CHECK ((longest_hours >= 0))
);
ALTER TABLE public.facilities_quota ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_quota_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_requirement (
    id bigint NOT NULL,
    kind character varying(9) NOT NULL,
    level smallint NOT NULL,
    note_ko character varying(300) NOT NULL,
    note_en character varying(300) NOT NULL,
    facility_id bigint NOT NULL,
    CONSTRAINT facilities_requirement_level_check CHECK ((level >= 0))
);
ALTER TABLE public.facilities_requirement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_requirement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_servicerequest (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    sample character varying(1000) NOT NULL,
    wanted_by date,
    state character varying(9) NOT NULL,
    quote numeric(12,0),
    quote_note character varying(500) NOT NULL,
    result character varying(100) NOT NULL,
    result_note character varying(1000) NOT NULL,
    confidential boolean NOT NULL,
    key character varying(22) NOT NULL,
    origin character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    cluster_id bigint NOT NULL,
    facility_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint
);
ALTER TABLE public.facilities_servicerequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_servicerequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_servicerequestevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    sample character varying(1000) NOT NULL,
    wanted_by date,
    state character varying(9) NOT NULL,
    quote numeric(12,0),
    quote_note character varying(500) NOT NULL,
    result character varying(100) NOT NULL,
    result_note character varying(1000) NOT NULL,
    confidential boolean NOT NULL,
    key character varying(22) NOT NULL,
    origin character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    cluster_id bigint NOT NULL,
    facility_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);
ALTER TABLE public.facilities_servicerequestevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_servicerequestevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_servicestep (
    id bigint NOT NULL,
    state character varying(9) NOT NULL,
    at timestamp with time zone NOT NULL,
    note character varying(500) NOT NULL,
    by_id bigint,
    request_id bigint NOT NULL
);
ALTER TABLE public.facilities_servicestep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_servicestep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_session (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    whole boolean NOT NULL,
    how character varying(6) NOT NULL,
    scenarios jsonb NOT NULL,
    confidential boolean NOT NULL,
    external_id character varying(120) NOT NULL,
    batch_id bigint,
    booking_id bigint,
    cluster_id bigint NOT NULL,
    facility_id bigint NOT NULL,
    organisation_id bigint,
    person_id bigint,
    price_class_id bigint,
    recorded_by_id bigint,
    CONSTRAINT session_ends_after_it_starts CHECK (((ended_at IS NULL) OR (ended_at >= started_at)))
);
ALTER TABLE public.facilities_session ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_session_partners (
    id bigint NOT NULL,
    session_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.facilities_session_partners ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_session_partners_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_sessionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    whole boolean NOT NULL,
    how character varying(6) NOT NULL,
    scenarios jsonb NOT NULL,
    confidential boolean NOT NULL,
    external_id character varying(120) NOT NULL,
    batch_id bigint,
    booking_id bigint,
    cluster_id bigint NOT NULL,
    facility_id bigint NOT NULL,
    organisation_id bigint,
    person_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    price_class_id bigint,
    recorded_by_id bigint
);
ALTER TABLE public.facilities_sessionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_sessionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_tariff (
    id bigint NOT NULL,
    whole boolean,
    begins time without time zone,
    ends time without time zone,
    amount numeric(12,0) NOT NULL,
    since date NOT NULL,
    until date,
    promotion boolean NOT NULL,
    name_ko character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    facility_id bigint NOT NULL,
    price_class_id bigint,
    CONSTRAINT tariff_ends_after_it_begins CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT tariff_hours_both_or_none CHECK ((((begins IS NULL) AND (ends IS NULL)) OR ((begins IS NOT NULL) AND (ends IS NOT NULL)))),
    CONSTRAINT tariff_not_negative CHECK ((amount >= (0)::numeric))
);
ALTER TABLE public.facilities_tariff ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_tariff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_training (
    id bigint NOT NULL,
    source character varying(120) NOT NULL,
    level smallint NOT NULL,
    months smallint NOT NULL,
    cluster_id bigint NOT NULL,
    CONSTRAINT facilities_training_level_check CHECK ((level >= 0)),
    CONSTRAINT facilities_training_months_check CHECK ((months >= 0))
);
ALTER TABLE public.facilities_training ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_training_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.facilities_waiting (
    id bigint NOT NULL,
    whole boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    told jsonb NOT NULL,
    booking_id bigint,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint
);
CREATE TABLE public.facilities_waiting_facilities (
    id bigint NOT NULL,
    waiting_id bigint NOT NULL,
    facility_id bigint NOT NULL
);
ALTER TABLE public.facilities_waiting_facilities ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_waiting_facilities_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.facilities_waiting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.facilities_waiting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.holds_hold (
    id bigint NOT NULL,
    place smallint NOT NULL,
    period tstzrange NOT NULL,
    source character varying(120) NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    thing_id bigint NOT NULL,
    CONSTRAINT hold_lasts CHECK ((NOT isempty(period))),
    CONSTRAINT holds_hold_place_check CHECK ((place >= 0))
);
ALTER TABLE public.holds_hold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.holds_hold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.holds_thing (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    key character varying(120) NOT NULL,
    places smallint NOT NULL,
    CONSTRAINT holds_thing_places_check CHECK ((places >= 0)),
    CONSTRAINT thing_has_a_place CHECK ((places >= 1))
);
ALTER TABLE public.holds_thing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.holds_thing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ledger_erased (
    id bigint NOT NULL,
    source character varying(120) NOT NULL,
    transaction xid8 DEFAULT pg_current_xact_id() NOT NULL
);
ALTER TABLE public.ledger_erased ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ledger_erased_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ledger_line (
    id bigint NOT NULL,
    source character varying(120) NOT NULL,
    revision integer NOT NULL,
    kind character varying(40) NOT NULL,
    series character varying(120) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    zone character varying(60) NOT NULL,
    stage character varying(8) NOT NULL,
    basis character varying(60) NOT NULL,
    visibility character varying(12) NOT NULL,
    origin character varying(120) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    transaction xid8 DEFAULT pg_current_xact_id() NOT NULL,
    title_ko character varying(300) NOT NULL,
    title_en character varying(300) NOT NULL,
    place_ko character varying(200) NOT NULL,
    place_en character varying(200) NOT NULL,
    batch_id bigint,
    cluster_id bigint,
    host_id bigint,
    CONSTRAINT ledger_line_revision_check CHECK ((revision >= 0)),
    CONSTRAINT line_ends_after_it_starts CHECK ((ends_at >= starts_at))
);
ALTER TABLE public.ledger_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ledger_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ledger_part (
    id bigint NOT NULL,
    "group" character varying(80) NOT NULL,
    weight double precision NOT NULL,
    line_id bigint NOT NULL,
    organisation_id bigint,
    person_id bigint,
    CONSTRAINT part_of_somebody CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
    CONSTRAINT part_weight_not_negative CHECK ((weight >= (0.0)::double precision))
);
ALTER TABLE public.ledger_part ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ledger_part_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mail_message (
    id bigint NOT NULL,
    dedupe character varying(160) NOT NULL,
    topic character varying(40) NOT NULL,
    "to" character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    subject character varying(300) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    state character varying(10) NOT NULL,
    attempts smallint NOT NULL,
    not_before timestamp with time zone NOT NULL,
    last_error character varying(500) NOT NULL,
    message_id character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    cluster_id bigint,
    CONSTRAINT mail_message_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.mail_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mail_notice (
    id bigint NOT NULL,
    dedupe character varying(160) NOT NULL,
    url character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    text_ko character varying(300) NOT NULL,
    text_en character varying(300) NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.mail_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mail_preference (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    topic character varying(40) NOT NULL,
    wanted boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
ALTER TABLE public.mail_preference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_preference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mail_tap (
    id bigint NOT NULL,
    token_hash character varying(64) NOT NULL,
    action character varying(60) NOT NULL,
    payload jsonb NOT NULL,
    email character varying(254) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);
ALTER TABLE public.mail_tap ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_tap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mail_unreachable (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    reason character varying(300) NOT NULL,
    since timestamp with time zone NOT NULL
);
ALTER TABLE public.mail_unreachable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_unreachable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_agendaitem (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    title_ko character varying(200) NOT NULL,
    title_en character varying(200) NOT NULL,
    speaker_ko character varying(200) NOT NULL,
    speaker_en character varying(200) NOT NULL,
    event_id bigint NOT NULL
);
ALTER TABLE public.meetups_agendaitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_agendaitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_bookmark (
    id bigint NOT NULL,
    about_id bigint NOT NULL,
    by_id bigint NOT NULL
);
ALTER TABLE public.meetups_bookmark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_bookmark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_consentblock (
    id bigint NOT NULL,
    purpose character varying(12) NOT NULL,
    required boolean NOT NULL,
    version character varying(20) NOT NULL,
    why_ko character varying(400) NOT NULL,
    why_en character varying(400) NOT NULL,
    items_ko character varying(300) NOT NULL,
    items_en character varying(300) NOT NULL,
    period_ko character varying(200) NOT NULL,
    period_en character varying(200) NOT NULL,
    refusal_ko character varying(300) NOT NULL,
    refusal_en character varying(300) NOT NULL,
    recipients_ko character varying(300) NOT NULL,
    recipients_en character varying(300) NOT NULL,
    event_id bigint NOT NULL
);
ALTER TABLE public.meetups_consentblock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_consentblock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_day (
    id bigint NOT NULL,
    mode character varying(4) NOT NULL,
    wishes_until timestamp with time zone,
    most_wishes smallint NOT NULL,
    dial smallint NOT NULL,
    fairness smallint NOT NULL,
    classes jsonb NOT NULL,
    nudged_at timestamp with time zone,
    event_id bigint NOT NULL,
    CONSTRAINT day_dial_up_to_100 CHECK ((dial <= 100)),
    CONSTRAINT meetups_day_dial_check CHECK ((dial >= 0)),
    CONSTRAINT meetups_day_fairness_check CHECK ((fairness >= 0)),
    CONSTRAINT meetups_day_most_wishes_check CHECK ((most_wishes >= 0))
);
ALTER TABLE public.meetups_day ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_day_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_event (
    id bigint NOT NULL,
    number smallint,
    kind character varying(20) NOT NULL,
    link character varying(500) NOT NULL,
    reveals_place boolean NOT NULL,
    zone character varying(60) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    visibility character varying(12) NOT NULL,
    capacity integer,
    needs_approval boolean NOT NULL,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    offer_hours smallint NOT NULL,
    promotes boolean NOT NULL,
    picture character varying(100) NOT NULL,
    state character varying(10) NOT NULL,
    origin character varying(120) NOT NULL,
    uid uuid NOT NULL,
    sequence integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    folded text NOT NULL,
    search tsvector,
    title_ko character varying(200) NOT NULL,
    title_en character varying(200) NOT NULL,
    summary_ko character varying(300) NOT NULL,
    summary_en character varying(300) NOT NULL,
    text_ko text NOT NULL,
    text_en text NOT NULL,
    place_ko character varying(200) NOT NULL,
    place_en character varying(200) NOT NULL,
    address_ko character varying(300) NOT NULL,
    address_en character varying(300) NOT NULL,
    picture_text_ko character varying(200) NOT NULL,
    picture_text_en character varying(200) NOT NULL,
    reason_ko character varying(300) NOT NULL,
    reason_en character varying(300) NOT NULL,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    created_by_id bigint,
    host_id bigint,
    successor_id bigint,
    series_id bigint,
    CONSTRAINT event_ends_after_it_starts CHECK ((ends_at > starts_at)),
    CONSTRAINT meetups_event_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT meetups_event_number_check CHECK ((number >= 0)),
    CONSTRAINT meetups_event_offer_hours_check CHECK ((offer_hours >= 0)),
    CONSTRAINT meetups_event_sequence_check CHECK ((sequence >= 0))
);
CREATE TABLE public.meetups_event_cohosts (
    id bigint NOT NULL,
    event_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.meetups_event_cohosts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_event_cohosts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.meetups_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_event_tags (
    id bigint NOT NULL,
    event_id bigint NOT NULL,
    tag_id bigint NOT NULL
);
ALTER TABLE public.meetups_event_tags ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_event_tags_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_eventevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number smallint,
    kind character varying(20) NOT NULL,
    link character varying(500) NOT NULL,
    reveals_place boolean NOT NULL,
    zone character varying(60) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    visibility character varying(12) NOT NULL,
    capacity integer,
    needs_approval boolean NOT NULL,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    offer_hours smallint NOT NULL,
    promotes boolean NOT NULL,
    picture character varying(100) NOT NULL,
    state character varying(10) NOT NULL,
    origin character varying(120) NOT NULL,
    uid uuid NOT NULL,
    sequence integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    folded text NOT NULL,
    title_ko character varying(200) NOT NULL,
    title_en character varying(200) NOT NULL,
    summary_ko character varying(300) NOT NULL,
    summary_en character varying(300) NOT NULL,
    text_ko text NOT NULL,
    text_en text NOT NULL,
    place_ko character varying(200) NOT NULL,
    place_en character varying(200) NOT NULL,
    address_ko character varying(300) NOT NULL,
    address_en character varying(300) NOT NULL,
    picture_text_ko character varying(200) NOT NULL,
    picture_text_en character varying(200) NOT NULL,
    reason_ko character varying(300) NOT NULL,
    reason_en character varying(300) NOT NULL,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    created_by_id bigint,
    host_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    successor_id bigint,
    series_id bigint,
    CONSTRAINT meetups_eventevent_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT meetups_eventevent_number_check CHECK ((number >= 0)),
    CONSTRAINT meetups_eventevent_offer_hours_check CHECK ((offer_hours >= 0)),
    CONSTRAINT meetups_eventevent_sequence_check CHECK ((sequence >= 0))
);
ALTER TABLE public.meetups_eventevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_eventevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_followup (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    met_again_at timestamp with time zone,
    event_id bigint NOT NULL,
    about_id bigint NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT follow_up_with_another CHECK ((NOT (by_id = about_id)))
);
ALTER TABLE public.meetups_followup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_followup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_interpreter (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    languages jsonb NOT NULL,
    day_id bigint NOT NULL,
    thing_id bigint
);
ALTER TABLE public.meetups_interpreter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_interpreter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_material (
    id bigint NOT NULL,
    file character varying(100) NOT NULL,
    size integer NOT NULL,
    for_participants boolean NOT NULL,
    title_ko character varying(200) NOT NULL,
    title_en character varying(200) NOT NULL,
    event_id bigint NOT NULL,
    CONSTRAINT meetups_material_size_check CHECK ((size >= 0))
);
ALTER TABLE public.meetups_material ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_material_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_meeting (
    id bigint NOT NULL,
    state character varying(9) NOT NULL,
    score double precision NOT NULL,
    moved_reason character varying(200) NOT NULL,
    result_a character varying(9) NOT NULL,
    result_b character varying(9) NOT NULL,
    stars_a smallint,
    stars_b smallint,
    made_at timestamp with time zone NOT NULL,
    day_id bigint NOT NULL,
    interpreter_id bigint,
    successor_id bigint,
    a_id bigint NOT NULL,
    absent_id bigint,
    b_id bigint NOT NULL,
    run_id bigint,
    slot_id bigint NOT NULL,
    table_id bigint NOT NULL,
    CONSTRAINT meeting_of_two CHECK ((NOT (a_id = b_id))),
    CONSTRAINT meetups_meeting_stars_a_check CHECK ((stars_a >= 0)),
    CONSTRAINT meetups_meeting_stars_b_check CHECK ((stars_b >= 0)),
    CONSTRAINT stars_a_one_to_five CHECK ((((stars_a >= 1) AND (stars_a <= 5)) OR (stars_a IS NULL))),
    CONSTRAINT stars_b_one_to_five CHECK ((((stars_b >= 1) AND (stars_b <= 5)) OR (stars_b IS NULL)))
);
ALTER TABLE public.meetups_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_meetingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    state character varying(9) NOT NULL,
    score double precision NOT NULL,
    moved_reason character varying(200) NOT NULL,
    result_a character varying(9) NOT NULL,
    result_b character varying(9) NOT NULL,
    stars_a smallint,
    stars_b smallint,
    made_at timestamp with time zone NOT NULL,
    day_id bigint NOT NULL,
    interpreter_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    successor_id bigint,
    a_id bigint NOT NULL,
    absent_id bigint,
    b_id bigint NOT NULL,
    run_id bigint,
    slot_id bigint NOT NULL,
    table_id bigint NOT NULL,
    CONSTRAINT meetups_meetingevent_stars_a_check CHECK ((stars_a >= 0)),
    CONSTRAINT meetups_meetingevent_stars_b_check CHECK ((stars_b >= 0))
);
ALTER TABLE public.meetups_meetingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_meetingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_participant (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    kind character varying(20) NOT NULL,
    languages jsonb NOT NULL,
    away jsonb NOT NULL,
    key character varying(32) NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    arrived_at timestamp with time zone,
    left_at timestamp with time zone,
    standby boolean NOT NULL,
    offers_ko character varying(300) NOT NULL,
    offers_en character varying(300) NOT NULL,
    needs_ko character varying(300) NOT NULL,
    needs_en character varying(300) NOT NULL,
    day_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint,
    registration_id bigint
);
ALTER TABLE public.meetups_participant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_participantevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    kind character varying(20) NOT NULL,
    languages jsonb NOT NULL,
    away jsonb NOT NULL,
    key character varying(32) NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    arrived_at timestamp with time zone,
    left_at timestamp with time zone,
    standby boolean NOT NULL,
    offers_ko character varying(300) NOT NULL,
    offers_en character varying(300) NOT NULL,
    needs_ko character varying(300) NOT NULL,
    needs_en character varying(300) NOT NULL,
    day_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    person_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    registration_id bigint
);
ALTER TABLE public.meetups_participantevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_participantevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_privatefeed (
    id bigint NOT NULL,
    key character varying(32) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.meetups_privatefeed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_privatefeed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_question (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    type character varying(6) NOT NULL,
    choices jsonb NOT NULL,
    required boolean NOT NULL,
    label_ko character varying(200) NOT NULL,
    label_en character varying(200) NOT NULL,
    event_id bigint NOT NULL,
    CONSTRAINT meetups_question_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.meetups_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_rating (
    id bigint NOT NULL,
    stars smallint NOT NULL,
    text character varying(1000) NOT NULL,
    at timestamp with time zone NOT NULL,
    registration_id bigint NOT NULL,
    CONSTRAINT meetups_rating_stars_check CHECK ((stars >= 0)),
    CONSTRAINT rating_one_to_five CHECK (((stars >= 1) AND (stars <= 5)))
);
ALTER TABLE public.meetups_rating ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_rating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_registration (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    organisation_name character varying(300) NOT NULL,
    language character varying(2) NOT NULL,
    state character varying(10) NOT NULL,
    party uuid NOT NULL,
    key character varying(32) NOT NULL,
    code character varying(32) NOT NULL,
    answers jsonb NOT NULL,
    consents jsonb NOT NULL,
    origin character varying(10) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    proved_at timestamp with time zone,
    offered_until timestamp with time zone,
    ended_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    checked_in_at timestamp with time zone,
    basis character varying(60) NOT NULL,
    reminded_at timestamp with time zone,
    event_id bigint NOT NULL,
    organisation_id bigint,
    person_id bigint
);
ALTER TABLE public.meetups_registration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_registration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_registrationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    organisation_name character varying(300) NOT NULL,
    language character varying(2) NOT NULL,
    state character varying(10) NOT NULL,
    party uuid NOT NULL,
    answers jsonb NOT NULL,
    consents jsonb NOT NULL,
    origin character varying(10) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    proved_at timestamp with time zone,
    offered_until timestamp with time zone,
    ended_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    checked_in_at timestamp with time zone,
    basis character varying(60) NOT NULL,
    reminded_at timestamp with time zone,
    event_id bigint NOT NULL,
    organisation_id bigint,
    person_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);
ALTER TABLE public.meetups_registrationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_registrationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_rule (
    id bigint NOT NULL,
    kind character varying(6) NOT NULL,
    reason character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    a_id bigint NOT NULL,
    b_id bigint NOT NULL,
    day_id bigint NOT NULL,
    slot_id bigint,
    CONSTRAINT rule_from_low_to_high CHECK ((a_id < b_id))
);
ALTER TABLE public.meetups_rule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_run (
    id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    settings jsonb NOT NULL,
    placed integer NOT NULL,
    score double precision NOT NULL,
    bound double precision NOT NULL,
    seconds double precision NOT NULL,
    meetings jsonb NOT NULL,
    unplaced jsonb NOT NULL,
    published_at timestamp with time zone,
    day_id bigint NOT NULL,
    made_by_id bigint,
    CONSTRAINT meetups_run_placed_check CHECK ((placed >= 0))
);
ALTER TABLE public.meetups_run ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_series (
    id bigint NOT NULL,
    rule character varying(300) NOT NULL,
    zone character varying(60) NOT NULL,
    first_day date NOT NULL,
    wall_time time without time zone NOT NULL,
    minutes integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    title_ko character varying(200) NOT NULL,
    title_en character varying(200) NOT NULL,
    cluster_id bigint NOT NULL,
    CONSTRAINT meetups_series_minutes_check CHECK ((minutes >= 0))
);
ALTER TABLE public.meetups_series ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_series_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_slot (
    id bigint NOT NULL,
    number smallint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    day_id bigint NOT NULL,
    CONSTRAINT meetups_slot_number_check CHECK ((number >= 0)),
    CONSTRAINT slot_lasts CHECK ((ends_at > starts_at))
);
ALTER TABLE public.meetups_slot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_slot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_table (
    id bigint NOT NULL,
    number smallint NOT NULL,
    link character varying(500) NOT NULL,
    day_id bigint NOT NULL,
    thing_id bigint,
    CONSTRAINT meetups_table_number_check CHECK ((number >= 0))
);
ALTER TABLE public.meetups_table ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_table_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetups_wish (
    id bigint NOT NULL,
    strength character varying(5) NOT NULL,
    answer character varying(8) NOT NULL,
    message character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    about_id bigint NOT NULL,
    by_id bigint NOT NULL,
    CONSTRAINT wish_about_another CHECK ((NOT (by_id = about_id)))
);
ALTER TABLE public.meetups_wish ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetups_wish_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_affiliation (
    id bigint NOT NULL,
    since date,
    until date,
    is_contact boolean NOT NULL,
    title_ko character varying(120) NOT NULL,
    title_en character varying(120) NOT NULL,
    batch_id bigint,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT affiliation_ends_after_it_starts CHECK (((until IS NULL) OR (since IS NULL) OR (until >= since)))
);
ALTER TABLE public.members_affiliation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_affiliation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_affiliationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    since date,
    until date,
    is_contact boolean NOT NULL,
    title_ko character varying(120) NOT NULL,
    title_en character varying(120) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    batch_id bigint,
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.members_affiliationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_affiliationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_apitoken (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    hash character varying(64) NOT NULL,
    scope character varying(5) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.members_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_batch (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    files jsonb NOT NULL,
    mapping jsonb NOT NULL,
    answers jsonb NOT NULL,
    report jsonb NOT NULL,
    state character varying(8) NOT NULL,
    progress smallint NOT NULL,
    stop_asked boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone,
    undone_at timestamp with time zone,
    author_id bigint,
    cluster_id bigint,
    CONSTRAINT members_batch_progress_check CHECK ((progress >= 0))
);
ALTER TABLE public.members_batch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_change (
    id bigint NOT NULL,
    "table" character varying(60) NOT NULL,
    key bigint NOT NULL,
    before jsonb NOT NULL,
    batch_id bigint NOT NULL
);
ALTER TABLE public.members_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_claim (
    id bigint NOT NULL,
    message character varying(500) NOT NULL,
    state character varying(10) NOT NULL,
    reason character varying(300) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    user_id bigint NOT NULL,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.members_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_cluster (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    aliases jsonb NOT NULL,
    country character varying(2) NOT NULL,
    zone character varying(60) NOT NULL,
    latitude double precision,
    longitude double precision,
    contact_email character varying(254) NOT NULL,
    answer_days smallint NOT NULL,
    weekly_introductions smallint NOT NULL,
    is_sample boolean NOT NULL,
    name_ko character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    description_ko text NOT NULL,
    description_en text NOT NULL,
    contact_ko character varying(200) NOT NULL,
    contact_en character varying(200) NOT NULL,
    batch_id bigint,
    CONSTRAINT members_cluster_answer_days_check CHECK ((answer_days >= 0)),
    CONSTRAINT members_cluster_weekly_introductions_check CHECK ((weekly_introductions >= 0))
);
ALTER TABLE public.members_cluster ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_cluster_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_consent (
    id bigint NOT NULL,
    purpose character varying(12) NOT NULL,
    text_version character varying(20) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    person_id bigint NOT NULL
);
ALTER TABLE public.members_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_consentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    purpose character varying(12) NOT NULL,
    text_version character varying(20) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    person_id bigint NOT NULL
);
ALTER TABLE public.members_consentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_consentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_contactlog (
    id bigint NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    channel character varying(8) NOT NULL,
    "on" date NOT NULL,
    author_id bigint,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.members_contactlog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_contactlog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_customfield (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    type character varying(8) NOT NULL,
    choices jsonb NOT NULL,
    visibility character varying(8) NOT NULL,
    label_ko character varying(100) NOT NULL,
    label_en character varying(100) NOT NULL,
    cluster_id bigint NOT NULL
);
ALTER TABLE public.members_customfield ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_customfield_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_disclosure (
    id bigint NOT NULL,
    what character varying(100) NOT NULL,
    reason character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint,
    person_id bigint
);
ALTER TABLE public.members_disclosure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_disclosure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_invitation (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    role character varying(20) NOT NULL,
    token_hash character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    cluster_id bigint NOT NULL,
    invited_by_id bigint,
    organisation_id bigint
);
ALTER TABLE public.members_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_listing (
    id bigint NOT NULL,
    kind character varying(5) NOT NULL,
    visibility character varying(8) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_on date NOT NULL,
    search tsvector,
    text_ko character varying(300) NOT NULL,
    text_en character varying(300) NOT NULL,
    batch_id bigint,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.members_listing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_listing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_listing_tags (
    id bigint NOT NULL,
    listing_id bigint NOT NULL,
    tag_id bigint NOT NULL
);
ALTER TABLE public.members_listing_tags ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_listing_tags_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_merge (
    id bigint NOT NULL,
    moved jsonb NOT NULL,
    filled jsonb NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    merged_by_id bigint,
    absorbed_id bigint NOT NULL,
    kept_id bigint NOT NULL
);
ALTER TABLE public.members_merge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_merge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_note (
    id bigint NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    author_id bigint,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.members_note ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_organisation (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    registration_number character varying(20) NOT NULL,
    lei character varying(20) NOT NULL,
    ror character varying(9) NOT NULL,
    external_id character varying(60) NOT NULL,
    sector_scheme character varying(20) NOT NULL,
    sector_code character varying(20) NOT NULL,
    parent_note character varying(200) NOT NULL,
    is_anchor boolean NOT NULL,
    country character varying(2) NOT NULL,
    latitude double precision,
    longitude double precision,
    website character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(40) NOT NULL,
    founded smallint,
    employees character varying(20) NOT NULL,
    custom jsonb NOT NULL,
    visibility character varying(8) NOT NULL,
    field_visibility jsonb NOT NULL,
    name_key character varying(300) NOT NULL,
    folded text NOT NULL,
    initials text NOT NULL,
    search tsvector,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    name_ko character varying(300) NOT NULL,
    name_en character varying(300) NOT NULL,
    short_name_ko character varying(100) NOT NULL,
    short_name_en character varying(100) NOT NULL,
    sector_ko character varying(200) NOT NULL,
    sector_en character varying(200) NOT NULL,
    anchor_note_ko character varying(300) NOT NULL,
    anchor_note_en character varying(300) NOT NULL,
    city_ko character varying(100) NOT NULL,
    city_en character varying(100) NOT NULL,
    address_ko character varying(300) NOT NULL,
    address_en character varying(300) NOT NULL,
    description_ko text NOT NULL,
    description_en text NOT NULL,
    batch_id bigint,
    merged_into_id bigint,
    parent_id bigint,
    CONSTRAINT members_organisation_founded_check CHECK ((founded >= 0)),
    CONSTRAINT organisation_not_merged_into_itself CHECK ((NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL))))
);
ALTER TABLE public.members_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_organisation_tags (
    id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    tag_id bigint NOT NULL
);
ALTER TABLE public.members_organisation_tags ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_organisation_tags_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_organisationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    registration_number character varying(20) NOT NULL,
    lei character varying(20) NOT NULL,
    ror character varying(9) NOT NULL,
    external_id character varying(60) NOT NULL,
    sector_scheme character varying(20) NOT NULL,
    sector_code character varying(20) NOT NULL,
    parent_note character varying(200) NOT NULL,
    is_anchor boolean NOT NULL,
    country character varying(2) NOT NULL,
    latitude double precision,
    longitude double precision,
    website character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(40) NOT NULL,
    founded smallint,
    employees character varying(20) NOT NULL,
    custom jsonb NOT NULL,
    visibility character varying(8) NOT NULL,
    field_visibility jsonb NOT NULL,
    name_key character varying(300) NOT NULL,
    folded text NOT NULL,
    initials text NOT NULL,
    search tsvector,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    name_ko character varying(300) NOT NULL,
    name_en character varying(300) NOT NULL,
    short_name_ko character varying(100) NOT NULL,
    short_name_en character varying(100) NOT NULL,
    sector_ko character varying(200) NOT NULL,
    sector_en character varying(200) NOT NULL,
    anchor_note_ko character varying(300) NOT NULL,
    anchor_note_en character varying(300) NOT NULL,
    city_ko character varying(100) NOT NULL,
    city_en character varying(100) NOT NULL,
    address_ko character varying(300) NOT NULL,
    address_en character varying(300) NOT NULL,
    description_ko text NOT NULL,
    description_en text NOT NULL,
    batch_id bigint,
    merged_into_id bigint,
    parent_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT members_organisationevent_founded_check CHECK ((founded >= 0))
);
ALTER TABLE public.members_organisationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_organisationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_person (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(40) NOT NULL,
    orcid character varying(19) NOT NULL,
    language character varying(2) NOT NULL,
    field_visibility jsonb NOT NULL,
    external_id character varying(60) NOT NULL,
    name_key character varying(120) NOT NULL,
    folded text NOT NULL,
    erased_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    name_ko character varying(120) NOT NULL,
    name_en character varying(120) NOT NULL,
    batch_id bigint
);
ALTER TABLE public.members_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_personevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(40) NOT NULL,
    orcid character varying(19) NOT NULL,
    language character varying(2) NOT NULL,
    field_visibility jsonb NOT NULL,
    external_id character varying(60) NOT NULL,
    name_key character varying(120) NOT NULL,
    folded text NOT NULL,
    erased_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    name_ko character varying(120) NOT NULL,
    name_en character varying(120) NOT NULL,
    batch_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);
ALTER TABLE public.members_personevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_personevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_relation (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    since date,
    until date,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT relation_ends_after_it_starts CHECK (((until IS NULL) OR (since IS NULL) OR (until >= since)))
);
ALTER TABLE public.members_relation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_relation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_relationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    since date,
    until date,
    batch_id bigint,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);
ALTER TABLE public.members_relationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_relationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_rolegrant (
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    since date NOT NULL,
    until date,
    cluster_id bigint,
    organisation_id bigint,
    user_id bigint NOT NULL
);
ALTER TABLE public.members_rolegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_rolegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_rolegrantevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    role character varying(20) NOT NULL,
    since date NOT NULL,
    until date,
    cluster_id bigint,
    organisation_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.members_rolegrantevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_rolegrantevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_segment (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    query character varying(1000) NOT NULL,
    author_id bigint,
    cluster_id bigint NOT NULL
);
ALTER TABLE public.members_segment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_segment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_staged (
    id bigint NOT NULL,
    place character varying(300) NOT NULL,
    "values" jsonb NOT NULL,
    verdict character varying(12) NOT NULL,
    problem_en text NOT NULL,
    problem_ko text NOT NULL,
    batch_id bigint NOT NULL,
    target_id bigint
);
ALTER TABLE public.members_staged ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_staged_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_tag (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    name_ko character varying(100) NOT NULL,
    name_en character varying(100) NOT NULL
);
ALTER TABLE public.members_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_task (
    id bigint NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    due date,
    done_at timestamp with time zone,
    assignee_id bigint,
    author_id bigint,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.members_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    person_id bigint
);
CREATE TABLE public.members_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.members_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.members_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.members_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.members_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.members_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_aim (
    id bigint NOT NULL,
    until date NOT NULL,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    tag_id bigint NOT NULL
);
ALTER TABLE public.network_aim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_aim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_bookmark (
    name character varying(20) NOT NULL,
    horizon xid8 NOT NULL,
    read_at timestamp with time zone NOT NULL
);
CREATE TABLE public.network_introduction (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    score double precision NOT NULL,
    reasons jsonb NOT NULL,
    message character varying(500) NOT NULL,
    suggested_at timestamp with time zone NOT NULL,
    asked_at timestamp with time zone,
    answered_at timestamp with time zone,
    by_manager boolean NOT NULL,
    asked_id bigint NOT NULL,
    asked_person_id bigint,
    asker_id bigint NOT NULL,
    asker_person_id bigint,
    cluster_id bigint NOT NULL,
    CONSTRAINT introduction_between_two CHECK ((NOT (asker_id = asked_id)))
);
ALTER TABLE public.network_introduction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_introduction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_outcome (
    id bigint NOT NULL,
    result character varying(10) NOT NULL,
    useful boolean NOT NULL,
    told_at timestamp with time zone NOT NULL,
    introduction_id bigint NOT NULL,
    side_id bigint NOT NULL
);
ALTER TABLE public.network_outcome ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_outcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_pathrequest (
    id bigint NOT NULL,
    message character varying(500) NOT NULL,
    state character varying(8) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    cluster_id bigint NOT NULL,
    seeker_id bigint NOT NULL,
    seeker_person_id bigint,
    target_id bigint NOT NULL,
    via_id bigint NOT NULL
);
ALTER TABLE public.network_pathrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_pathrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_place (
    id bigint NOT NULL,
    week date NOT NULL,
    number smallint NOT NULL,
    cluster_id bigint NOT NULL,
    introduction_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT network_place_number_check CHECK ((number >= 0)),
    CONSTRAINT place_number CHECK (((number >= 1) AND (number <= 20)))
);
ALTER TABLE public.network_place ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_portrait (
    id bigint NOT NULL,
    audience character varying(8) NOT NULL,
    "window" character varying(10) NOT NULL,
    version integer NOT NULL,
    as_of timestamp with time zone NOT NULL,
    mark character varying(32) NOT NULL,
    told jsonb NOT NULL,
    cluster_id bigint NOT NULL,
    CONSTRAINT network_portrait_version_check CHECK ((version >= 0))
);
ALTER TABLE public.network_portrait ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_portrait_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_post (
    id bigint NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    introduction_id bigint NOT NULL,
    person_id bigint,
    side_id bigint NOT NULL
);
ALTER TABLE public.network_post ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_proposal (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    introduction_id bigint NOT NULL,
    side_id bigint NOT NULL
);
ALTER TABLE public.network_proposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_reading (
    id bigint NOT NULL,
    audience character varying(8) NOT NULL,
    as_of timestamp with time zone NOT NULL,
    gatherings integer NOT NULL,
    members integer NOT NULL,
    connected integer NOT NULL,
    ties integer NOT NULL,
    version integer NOT NULL,
    drawn_version integer NOT NULL,
    communities jsonb NOT NULL,
    fingerprint character varying(32) NOT NULL,
    cluster_id bigint NOT NULL,
    CONSTRAINT network_reading_connected_check CHECK ((connected >= 0)),
    CONSTRAINT network_reading_drawn_version_check CHECK ((drawn_version >= 0)),
    CONSTRAINT network_reading_gatherings_check CHECK ((gatherings >= 0)),
    CONSTRAINT network_reading_members_check CHECK ((members >= 0)),
    CONSTRAINT network_reading_ties_check CHECK ((ties >= 0)),
    CONSTRAINT network_reading_version_check CHECK ((version >= 0))
);
ALTER TABLE public.network_reading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_reading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_seat (
    id bigint NOT NULL,
    source character varying(120) NOT NULL,
    kind character varying(40) NOT NULL,
    series character varying(120) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    visibility character varying(12) NOT NULL,
    basis character varying(60) NOT NULL,
    "group" character varying(80) NOT NULL,
    weight double precision NOT NULL,
    cluster_id bigint,
    organisation_id bigint,
    person_id bigint
);
ALTER TABLE public.network_seat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_seat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_spot (
    id bigint NOT NULL,
    audience character varying(8) NOT NULL,
    x double precision NOT NULL,
    y double precision NOT NULL,
    community integer NOT NULL,
    cluster_id bigint NOT NULL,
    organisation_id bigint NOT NULL
);
ALTER TABLE public.network_spot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_spot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_tie (
    id bigint NOT NULL,
    audience character varying(8) NOT NULL,
    weight double precision NOT NULL,
    gatherings integer NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    a_id bigint NOT NULL,
    b_id bigint NOT NULL,
    cluster_id bigint NOT NULL,
    weight_10 double precision NOT NULL,
    weight_20 double precision NOT NULL,
    weight_50 double precision NOT NULL,
    CONSTRAINT network_tie_gatherings_check CHECK ((gatherings >= 0)),
    CONSTRAINT tie_from_low_to_high CHECK ((a_id < b_id))
);
ALTER TABLE public.network_tie ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_tie_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.network_withheld (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    asked_id bigint NOT NULL,
    asker_id bigint NOT NULL,
    cluster_id bigint NOT NULL
);
ALTER TABLE public.network_withheld ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.network_withheld_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_attachment (
    id bigint NOT NULL,
    file character varying(100) NOT NULL,
    size integer NOT NULL,
    language character varying(2) NOT NULL,
    title_ko character varying(200) NOT NULL,
    title_en character varying(200) NOT NULL,
    item_id bigint NOT NULL,
    CONSTRAINT newsroom_attachment_size_check CHECK ((size >= 0))
);
ALTER TABLE public.newsroom_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_claim (
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    numerator numeric(20,4) NOT NULL,
    denominator numeric(20,4),
    as_of date NOT NULL,
    link character varying(1000) NOT NULL,
    status character varying(12) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    unit_ko character varying(40) NOT NULL,
    unit_en character varying(40) NOT NULL,
    phrase_ko character varying(200) NOT NULL,
    phrase_en character varying(200) NOT NULL,
    source_ko character varying(300) NOT NULL,
    source_en character varying(300) NOT NULL,
    conflict_ko character varying(500) NOT NULL,
    conflict_en character varying(500) NOT NULL,
    cluster_id bigint NOT NULL,
    CONSTRAINT claim_is_a_part_of_its_whole CHECK (((denominator IS NULL) OR ((denominator > (0)::numeric) AND (numerator >= (0)::numeric) AND (numerator <= denominator))))
);
ALTER TABLE public.newsroom_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_claimevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    key character varying(60) NOT NULL,
    numerator numeric(20,4) NOT NULL,
    denominator numeric(20,4),
    as_of date NOT NULL,
    link character varying(1000) NOT NULL,
    status character varying(12) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    unit_ko character varying(40) NOT NULL,
    unit_en character varying(40) NOT NULL,
    phrase_ko character varying(200) NOT NULL,
    phrase_en character varying(200) NOT NULL,
    source_ko character varying(300) NOT NULL,
    source_en character varying(300) NOT NULL,
    conflict_ko character varying(500) NOT NULL,
    conflict_en character varying(500) NOT NULL,
    cluster_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);
ALTER TABLE public.newsroom_claimevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_claimevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_edition (
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    state character varying(10) NOT NULL,
    title character varying(300) NOT NULL,
    summary character varying(500) NOT NULL,
    blocks jsonb NOT NULL,
    left_out jsonb NOT NULL,
    shown_title character varying(300) NOT NULL,
    shown_summary character varying(500) NOT NULL,
    shown_blocks jsonb NOT NULL,
    sections smallint NOT NULL,
    sections_of smallint NOT NULL,
    publish_at timestamp with time zone,
    first_published_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    version integer NOT NULL,
    edited_at timestamp with time zone NOT NULL,
    folded text NOT NULL,
    search tsvector,
    approved_by_id bigint,
    written_by_id bigint,
    item_id bigint NOT NULL,
    CONSTRAINT newsroom_edition_sections_check CHECK ((sections >= 0)),
    CONSTRAINT newsroom_edition_sections_of_check CHECK ((sections_of >= 0)),
    CONSTRAINT newsroom_edition_version_check CHECK ((version >= 0)),
    CONSTRAINT published_edition_has_its_time CHECK (((NOT ((state)::text = 'published'::text)) OR (publish_at IS NOT NULL)))
);
ALTER TABLE public.newsroom_edition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_editionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    language character varying(2) NOT NULL,
    state character varying(10) NOT NULL,
    title character varying(300) NOT NULL,
    summary character varying(500) NOT NULL,
    blocks jsonb NOT NULL,
    left_out jsonb NOT NULL,
    shown_title character varying(300) NOT NULL,
    shown_summary character varying(500) NOT NULL,
    shown_blocks jsonb NOT NULL,
    sections smallint NOT NULL,
    sections_of smallint NOT NULL,
    publish_at timestamp with time zone,
    first_published_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    version integer NOT NULL,
    edited_at timestamp with time zone NOT NULL,
    approved_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    written_by_id bigint,
    item_id bigint NOT NULL,
    CONSTRAINT newsroom_editionevent_sections_check CHECK ((sections >= 0)),
    CONSTRAINT newsroom_editionevent_sections_of_check CHECK ((sections_of >= 0)),
    CONSTRAINT newsroom_editionevent_version_check CHECK ((version >= 0))
);
ALTER TABLE public.newsroom_editionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_editionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_item (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    language character varying(2) NOT NULL,
    number integer,
    link character varying(1000) NOT NULL,
    licence character varying(6) NOT NULL,
    pinned_until date,
    key character varying(80) NOT NULL,
    uid uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    department_ko character varying(100) NOT NULL,
    department_en character varying(100) NOT NULL,
    contact_ko character varying(200) NOT NULL,
    contact_en character varying(200) NOT NULL,
    publisher_ko character varying(200) NOT NULL,
    publisher_en character varying(200) NOT NULL,
    cluster_id bigint NOT NULL,
    created_by_id bigint,
    thread character varying(120) NOT NULL,
    CONSTRAINT newsroom_item_number_check CHECK ((number >= 0))
);
ALTER TABLE public.newsroom_item ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_item_tags (
    id bigint NOT NULL,
    item_id bigint NOT NULL,
    tag_id bigint NOT NULL
);
ALTER TABLE public.newsroom_item_tags ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_item_tags_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_link (
    id bigint NOT NULL,
    address character varying(1000) NOT NULL,
    items bigint[] NOT NULL,
    claims bigint[] NOT NULL,
    verdict character varying(8) NOT NULL,
    status smallint NOT NULL,
    moved_to character varying(1000) NOT NULL,
    failures smallint NOT NULL,
    since timestamp with time zone,
    asked_at timestamp with time zone,
    cluster_id bigint NOT NULL,
    CONSTRAINT newsroom_link_failures_check CHECK ((failures >= 0)),
    CONSTRAINT newsroom_link_status_check CHECK ((status >= 0))
);
ALTER TABLE public.newsroom_link ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_link_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_memory (
    id bigint NOT NULL,
    ko text NOT NULL,
    en text NOT NULL,
    digest character varying(40) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    cluster_id bigint NOT NULL
);
ALTER TABLE public.newsroom_memory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_memory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_origin (
    id bigint NOT NULL,
    kind character varying(14) NOT NULL,
    title character varying(300) NOT NULL,
    publisher character varying(200) NOT NULL,
    link character varying(1000) NOT NULL,
    item_id bigint NOT NULL,
    of_id bigint
);
ALTER TABLE public.newsroom_origin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_origin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_override (
    id bigint NOT NULL,
    mark character varying(40) NOT NULL,
    kind character varying(20) NOT NULL,
    text character varying(300) NOT NULL,
    reason character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    edition_id bigint NOT NULL
);
ALTER TABLE public.newsroom_override ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_override_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_picture (
    id bigint NOT NULL,
    file character varying(100) NOT NULL,
    rights character varying(200) NOT NULL,
    expires_on date,
    text_ko character varying(300) NOT NULL,
    text_en character varying(300) NOT NULL,
    item_id bigint NOT NULL,
    focus character varying(12) NOT NULL
);
ALTER TABLE public.newsroom_picture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_picture_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_pulse (
    id bigint NOT NULL,
    n bigint NOT NULL,
    cluster_id bigint NOT NULL
);
ALTER TABLE public.newsroom_pulse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_pulse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_revision (
    id bigint NOT NULL,
    version integer NOT NULL,
    title character varying(300) NOT NULL,
    summary character varying(500) NOT NULL,
    blocks jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    edition_id bigint NOT NULL,
    CONSTRAINT newsroom_revision_version_check CHECK ((version >= 0))
);
ALTER TABLE public.newsroom_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_revision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.newsroom_term (
    id bigint NOT NULL,
    ko character varying(120) NOT NULL,
    en character varying(120) NOT NULL,
    note character varying(300) NOT NULL,
    is_name boolean NOT NULL,
    cluster_id bigint NOT NULL
);
ALTER TABLE public.newsroom_term ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.newsroom_term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_actionitem (
    id bigint NOT NULL,
    what character varying(300) NOT NULL,
    due date,
    done_at timestamp with time zone,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    cluster_id bigint NOT NULL,
    factor_id bigint,
    owner_id bigint,
    story_id bigint,
    CONSTRAINT action_item_says_what CHECK ((NOT ((what)::text = ''::text)))
);
ALTER TABLE public.observatory_actionitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_actionitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_answer (
    id bigint NOT NULL,
    value jsonb,
    absent character varying(8) NOT NULL,
    certainty character varying(8) NOT NULL,
    source character varying(12) NOT NULL,
    note character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    confirms_id bigint,
    invitation_id bigint,
    question_id bigint NOT NULL,
    response_id bigint NOT NULL,
    measured character varying(40) NOT NULL,
    CONSTRAINT answer_absent_has_no_value CHECK ((((absent)::text = ''::text) OR (value IS NULL)))
);
ALTER TABLE public.observatory_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_attachment (
    id bigint NOT NULL,
    file character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    response_id bigint NOT NULL
);
ALTER TABLE public.observatory_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_binder (
    id bigint NOT NULL,
    asks smallint NOT NULL,
    name_ko character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    cluster_id bigint NOT NULL,
    CONSTRAINT binder_asks_a_share CHECK (((asks >= 1) AND (asks <= 100))),
    CONSTRAINT observatory_binder_asks_check CHECK ((asks >= 0))
);
ALTER TABLE public.observatory_binder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_binder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_coder (
    id bigint NOT NULL,
    place smallint NOT NULL,
    user_id bigint NOT NULL,
    survey_id bigint NOT NULL,
    CONSTRAINT coders_are_two CHECK ((place = ANY (ARRAY[1, 2]))),
    CONSTRAINT observatory_coder_place_check CHECK ((place >= 0))
);
ALTER TABLE public.observatory_coder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_coder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_coding (
    id bigint NOT NULL,
    named boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    coder_id bigint NOT NULL,
    factor_id bigint NOT NULL,
    surveyed_id bigint NOT NULL
);
ALTER TABLE public.observatory_coding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_coding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_criterion (
    id bigint NOT NULL,
    area character varying(120) NOT NULL,
    "position" smallint NOT NULL,
    name_ko character varying(300) NOT NULL,
    name_en character varying(300) NOT NULL,
    binder_id bigint NOT NULL,
    CONSTRAINT observatory_criterion_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.observatory_criterion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_criterion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_employment (
    id bigint NOT NULL,
    code character varying(8) NOT NULL,
    here bigint,
    there bigint,
    name_ko character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    table_id bigint NOT NULL,
    CONSTRAINT employment_here_within_there CHECK (((here IS NULL) OR (there IS NULL) OR (there >= here))),
    CONSTRAINT observatory_employment_here_check CHECK ((here >= 0)),
    CONSTRAINT observatory_employment_there_check CHECK ((there >= 0))
);
ALTER TABLE public.observatory_employment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_employment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_employmenttable (
    id bigint NOT NULL,
    year smallint NOT NULL,
    scheme character varying(12) NOT NULL,
    link character varying(1000) NOT NULL,
    all_here bigint NOT NULL,
    all_there bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    region_ko character varying(120) NOT NULL,
    region_en character varying(120) NOT NULL,
    whole_ko character varying(120) NOT NULL,
    whole_en character varying(120) NOT NULL,
    source_ko character varying(200) NOT NULL,
    source_en character varying(200) NOT NULL,
    by_id bigint,
    cluster_id bigint NOT NULL,
    CONSTRAINT employment_region_within_whole CHECK (((all_here > 0) AND (all_there >= all_here))),
    CONSTRAINT observatory_employmenttable_all_here_check CHECK ((all_here >= 0)),
    CONSTRAINT observatory_employmenttable_all_there_check CHECK ((all_there >= 0)),
    CONSTRAINT observatory_employmenttable_year_check CHECK ((year >= 0))
);
ALTER TABLE public.observatory_employmenttable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_employmenttable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_evidence (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    file character varying(100) NOT NULL,
    link character varying(1000) NOT NULL,
    expires_on date,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    criterion_id bigint NOT NULL,
    CONSTRAINT evidence_shows_something CHECK ((NOT (((file)::text = ''::text) AND ((link)::text = ''::text))))
);
ALTER TABLE public.observatory_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_factor (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    name_ko character varying(120) NOT NULL,
    name_en character varying(120) NOT NULL,
    definition_ko character varying(600) NOT NULL,
    definition_en character varying(600) NOT NULL,
    include_ko character varying(400) NOT NULL,
    include_en character varying(400) NOT NULL,
    exclude_ko character varying(400) NOT NULL,
    exclude_en character varying(400) NOT NULL,
    example_ko character varying(400) NOT NULL,
    example_en character varying(400) NOT NULL,
    survey_id bigint NOT NULL,
    CONSTRAINT observatory_factor_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.observatory_factor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_factor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_instrument (
    id bigint NOT NULL,
    number smallint NOT NULL,
    issued_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    survey_id bigint NOT NULL,
    CONSTRAINT instrument_withdrawn_was_issued CHECK (((withdrawn_at IS NULL) OR (issued_at IS NOT NULL))),
    CONSTRAINT observatory_instrument_number_check CHECK ((number >= 0))
);
ALTER TABLE public.observatory_instrument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_instrument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_invitation (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    language character varying(2) NOT NULL,
    section character varying(120) NOT NULL,
    sent_at timestamp with time zone,
    reminded smallint NOT NULL,
    reminded_at timestamp with time zone,
    revoked_at timestamp with time zone,
    response_id bigint NOT NULL,
    CONSTRAINT observatory_invitation_reminded_check CHECK ((reminded >= 0))
);
ALTER TABLE public.observatory_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_query (
    id bigint NOT NULL,
    text character varying(1000) NOT NULL,
    at timestamp with time zone NOT NULL,
    answer character varying(2000) NOT NULL,
    answered_at timestamp with time zone,
    closed_at timestamp with time zone,
    by_id bigint,
    question_id bigint,
    response_id bigint NOT NULL
);
ALTER TABLE public.observatory_query ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_query_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_question (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(8) NOT NULL,
    choices jsonb NOT NULL,
    "least" numeric(20,4),
    most numeric(20,4),
    required boolean NOT NULL,
    only_when jsonb NOT NULL,
    section_ko character varying(120) NOT NULL,
    section_en character varying(120) NOT NULL,
    text_ko character varying(400) NOT NULL,
    text_en character varying(400) NOT NULL,
    help_ko character varying(400) NOT NULL,
    help_en character varying(400) NOT NULL,
    unit_ko character varying(40) NOT NULL,
    unit_en character varying(40) NOT NULL,
    instrument_id bigint NOT NULL,
    only_if_id bigint,
    columns jsonb NOT NULL,
    measure character varying(12) NOT NULL,
    CONSTRAINT observatory_question_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.observatory_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_response (
    id bigint NOT NULL,
    sent_at timestamp with time zone,
    approved_at timestamp with time zone,
    approved_by_id bigint,
    surveyed_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    CONSTRAINT response_approved_was_sent CHECK (((approved_at IS NULL) OR (sent_at IS NOT NULL)))
);
ALTER TABLE public.observatory_response ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_response_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_ruling (
    id bigint NOT NULL,
    named boolean NOT NULL,
    why character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    factor_id bigint NOT NULL,
    surveyed_id bigint NOT NULL,
    CONSTRAINT ruling_has_a_reason CHECK ((NOT ((why)::text = ''::text)))
);
ALTER TABLE public.observatory_ruling ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_ruling_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_service (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    ended_on date,
    name_ko character varying(120) NOT NULL,
    name_en character varying(120) NOT NULL,
    what_ko text NOT NULL,
    what_en text NOT NULL,
    whom_ko character varying(200) NOT NULL,
    whom_en character varying(200) NOT NULL,
    how_ko character varying(300) NOT NULL,
    how_en character varying(300) NOT NULL,
    cluster_id bigint NOT NULL,
    CONSTRAINT observatory_service_position_check CHECK (("position" >= 0)),
    CONSTRAINT service_has_a_name CHECK ((NOT (((name_en)::text = ''::text) AND ((name_ko)::text = ''::text))))
);
ALTER TABLE public.observatory_service ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_service_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_serviceuse (
    id bigint NOT NULL,
    day date NOT NULL,
    note character varying(300) NOT NULL,
    stars smallint,
    remark character varying(500) NOT NULL,
    rated_at timestamp with time zone,
    by_id bigint,
    organisation_id bigint NOT NULL,
    service_id bigint NOT NULL,
    CONSTRAINT observatory_serviceuse_stars_check CHECK ((stars >= 0)),
    CONSTRAINT service_stars_in_range CHECK (((stars IS NULL) OR ((stars >= 1) AND (stars <= 5))))
);
ALTER TABLE public.observatory_serviceuse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_serviceuse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_story (
    id bigint NOT NULL,
    year smallint,
    amount numeric(20,2),
    currency character varying(3) NOT NULL,
    money_of smallint,
    evidence character varying(1000) NOT NULL,
    permitted boolean NOT NULL,
    title_ko character varying(200) NOT NULL,
    title_en character varying(200) NOT NULL,
    situation_ko character varying(1000) NOT NULL,
    situation_en character varying(1000) NOT NULL,
    action_ko character varying(1000) NOT NULL,
    action_en character varying(1000) NOT NULL,
    result_ko character varying(1000) NOT NULL,
    result_en character varying(1000) NOT NULL,
    investor_ko character varying(200) NOT NULL,
    investor_en character varying(200) NOT NULL,
    surveyed_id bigint NOT NULL,
    CONSTRAINT observatory_story_money_of_check CHECK ((money_of >= 0)),
    CONSTRAINT observatory_story_year_check CHECK ((year >= 0)),
    CONSTRAINT story_amount_has_currency_and_year CHECK (((amount IS NULL) OR ((money_of IS NOT NULL) AND ((currency)::text ~ '^[A-Z]{3}$'::text))))
);
CREATE TABLE public.observatory_story_factors (
    id bigint NOT NULL,
    story_id bigint NOT NULL,
    factor_id bigint NOT NULL
);
ALTER TABLE public.observatory_story_factors ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_story_factors_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.observatory_story ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_story_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_survey (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    first_day date,
    last_day date,
    is_example boolean NOT NULL,
    published_at timestamp with time zone,
    locked_at timestamp with time zone,
    reopened_for character varying(300) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    name_ko character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    question_ko character varying(400) NOT NULL,
    question_en character varying(400) NOT NULL,
    selection_ko character varying(600) NOT NULL,
    selection_en character varying(600) NOT NULL,
    instrument_ko character varying(300) NOT NULL,
    instrument_en character varying(300) NOT NULL,
    cluster_id bigint NOT NULL,
    headings jsonb NOT NULL,
    CONSTRAINT survey_ends_after_it_begins CHECK (((first_day IS NULL) OR (last_day IS NULL) OR (last_day >= first_day))),
    CONSTRAINT survey_locked_is_published CHECK (((locked_at IS NULL) OR (published_at IS NOT NULL)))
);
ALTER TABLE public.observatory_survey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_survey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_surveyed (
    id bigint NOT NULL,
    country character varying(2) NOT NULL,
    lead character varying(12) NOT NULL,
    source character varying(12) NOT NULL,
    name_ko character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    said_ko text NOT NULL,
    said_en text NOT NULL,
    survey_id bigint NOT NULL,
    cluster_id bigint,
    CONSTRAINT surveyed_country_code CHECK (((country)::text ~ '^[A-Z]{2}$'::text))
);
ALTER TABLE public.observatory_surveyed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_surveyed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.observatory_wave (
    id bigint NOT NULL,
    number smallint NOT NULL,
    opens date NOT NULL,
    closes date NOT NULL,
    instrument_id bigint NOT NULL,
    survey_id bigint NOT NULL,
    CONSTRAINT observatory_wave_number_check CHECK ((number >= 0)),
    CONSTRAINT wave_closes_after_opening CHECK ((closes >= opens))
);
ALTER TABLE public.observatory_wave ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.observatory_wave_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);
CREATE TABLE public.portal_oldaddress (
    id bigint NOT NULL,
    path character varying(500) NOT NULL,
    query character varying(500) NOT NULL,
    "to" character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    cluster_id bigint NOT NULL,
    item_id bigint,
    CONSTRAINT old_address_leads_somewhere CHECK ((((item_id IS NOT NULL) AND (("to")::text = ''::text)) OR ((item_id IS NULL) AND (("to")::text ~~ '/%'::text))))
);
ALTER TABLE public.portal_oldaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_oldaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.portal_policy (
    id bigint NOT NULL,
    kind character varying(14) NOT NULL,
    number smallint NOT NULL,
    valid_from date NOT NULL,
    at timestamp with time zone NOT NULL,
    text_ko text NOT NULL,
    text_en text NOT NULL,
    change_ko character varying(300) NOT NULL,
    change_en character varying(300) NOT NULL,
    by_id bigint,
    cluster_id bigint NOT NULL,
    CONSTRAINT portal_policy_number_check CHECK ((number >= 0))
);
ALTER TABLE public.portal_policy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_policy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.portal_reader (
    id bigint NOT NULL,
    day date NOT NULL,
    mark character varying(32) NOT NULL,
    item_id bigint NOT NULL
);
ALTER TABLE public.portal_reader ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_reader_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.portal_site (
    cluster_id bigint NOT NULL,
    tone character varying(10) NOT NULL,
    logo character varying(100) NOT NULL,
    logo_mark character varying(12) NOT NULL,
    menu jsonb NOT NULL,
    blocks jsonb NOT NULL,
    links jsonb NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    lead_ko character varying(200) NOT NULL,
    lead_en character varying(200) NOT NULL
);
CREATE TABLE public.portal_subscription (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(2) NOT NULL,
    kinds jsonb NOT NULL,
    weekly boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    told_until timestamp with time zone,
    cluster_id bigint NOT NULL,
    CONSTRAINT subscription_told_since CHECK (((confirmed_at IS NULL) OR (told_until IS NOT NULL)))
);
ALTER TABLE public.portal_subscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.portal_views (
    id bigint NOT NULL,
    count integer NOT NULL,
    item_id bigint NOT NULL,
    CONSTRAINT portal_views_count_check CHECK ((count >= 0))
);
ALTER TABLE public.portal_views ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_views_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);
ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);
ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_aim
    ADD CONSTRAINT aim_once UNIQUE (cluster_id, organisation_id, tag_id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_bookingitem
    ADD CONSTRAINT booking_item_once UNIQUE (booking_id, facility_id);
ALTER TABLE ONLY public.meetups_bookmark
    ADD CONSTRAINT bookmark_once UNIQUE (by_id, about_id);
ALTER TABLE ONLY public.newsroom_claim
    ADD CONSTRAINT claim_once UNIQUE (cluster_id, key);
ALTER TABLE ONLY public.claims_figure
    ADD CONSTRAINT claims_figure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_coding
    ADD CONSTRAINT coded_once_by_each UNIQUE (surveyed_id, factor_id, coder_id);
ALTER TABLE ONLY public.observatory_coder
    ADD CONSTRAINT coder_once UNIQUE (survey_id, user_id);
ALTER TABLE ONLY public.observatory_coder
    ADD CONSTRAINT coder_place_once UNIQUE (survey_id, place);
ALTER TABLE ONLY public.meetups_consentblock
    ADD CONSTRAINT consent_block_once UNIQUE (event_id, purpose);
ALTER TABLE ONLY public.members_customfield
    ADD CONSTRAINT custom_field_key_once UNIQUE (cluster_id, key);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.newsroom_edition
    ADD CONSTRAINT edition_once_a_language UNIQUE (item_id, language);
ALTER TABLE ONLY public.observatory_employment
    ADD CONSTRAINT employment_industry_once UNIQUE (table_id, code);
ALTER TABLE ONLY public.observatory_employmenttable
    ADD CONSTRAINT employment_year_once UNIQUE (cluster_id, year, scheme);
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_key_key UNIQUE (key);
ALTER TABLE ONLY public.facilities_booking_partners
    ADD CONSTRAINT facilities_booking_partn_booking_id_organisation__2284e234_uniq UNIQUE (booking_id, organisation_id);
ALTER TABLE ONLY public.facilities_booking_partners
    ADD CONSTRAINT facilities_booking_partners_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.facilities_bookingevent
    ADD CONSTRAINT facilities_bookingevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.facilities_bookingitem
    ADD CONSTRAINT facilities_bookingitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_bookingseries
    ADD CONSTRAINT facilities_bookingseries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_charge
    ADD CONSTRAINT facilities_charge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_chargeevent
    ADD CONSTRAINT facilities_chargeevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.facilities_closure
    ADD CONSTRAINT facilities_closure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_credit
    ADD CONSTRAINT facilities_credit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_creditevent
    ADD CONSTRAINT facilities_creditevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.facilities_credituse
    ADD CONSTRAINT facilities_credituse_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_facility
    ADD CONSTRAINT facilities_facility_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_facility_tags
    ADD CONSTRAINT facilities_facility_tags_facility_id_tag_id_039e9c5c_uniq UNIQUE (facility_id, tag_id);
ALTER TABLE ONLY public.facilities_facility_tags
    ADD CONSTRAINT facilities_facility_tags_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_facilityevent
    ADD CONSTRAINT facilities_facilityevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.facilities_facilitypair
    ADD CONSTRAINT facilities_facilitypair_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_incident
    ADD CONSTRAINT facilities_incident_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_incident_suspends
    ADD CONSTRAINT facilities_incident_susp_incident_id_qualificatio_c3180541_uniq UNIQUE (incident_id, qualification_id);
ALTER TABLE ONLY public.facilities_incident_suspends
    ADD CONSTRAINT facilities_incident_suspends_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_infrastructure
    ADD CONSTRAINT facilities_infrastructure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_loan
    ADD CONSTRAINT facilities_loan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_loanevent
    ADD CONSTRAINT facilities_loanevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.facilities_opening
    ADD CONSTRAINT facilities_opening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_priceclass
    ADD CONSTRAINT facilities_priceclass_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_priceclassmember
    ADD CONSTRAINT facilities_priceclassmember_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_problem
    ADD CONSTRAINT facilities_problem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_qualification
    ADD CONSTRAINT facilities_qualification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_qualificationevent
    ADD CONSTRAINT facilities_qualificationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.facilities_quota
    ADD CONSTRAINT facilities_quota_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_requirement
    ADD CONSTRAINT facilities_requirement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_servicerequest
    ADD CONSTRAINT facilities_servicerequest_key_key UNIQUE (key);
ALTER TABLE ONLY public.facilities_servicerequest
    ADD CONSTRAINT facilities_servicerequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_servicerequestevent
    ADD CONSTRAINT facilities_servicerequestevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.facilities_servicestep
    ADD CONSTRAINT facilities_servicestep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_session_partners
    ADD CONSTRAINT facilities_session_partn_session_id_organisation__4089b25d_uniq UNIQUE (session_id, organisation_id);
ALTER TABLE ONLY public.facilities_session_partners
    ADD CONSTRAINT facilities_session_partners_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_session
    ADD CONSTRAINT facilities_session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_sessionevent
    ADD CONSTRAINT facilities_sessionevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.facilities_tariff
    ADD CONSTRAINT facilities_tariff_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_training
    ADD CONSTRAINT facilities_training_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_waiting_facilities
    ADD CONSTRAINT facilities_waiting_facil_waiting_id_facility_id_9feec121_uniq UNIQUE (waiting_id, facility_id);
ALTER TABLE ONLY public.facilities_waiting_facilities
    ADD CONSTRAINT facilities_waiting_facilities_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_waiting
    ADD CONSTRAINT facilities_waiting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.facilities_facilitypair
    ADD CONSTRAINT facility_pair_once UNIQUE (a_id, b_id);
ALTER TABLE ONLY public.observatory_factor
    ADD CONSTRAINT factor_key_once UNIQUE (survey_id, key);
ALTER TABLE ONLY public.claims_figure
    ADD CONSTRAINT figure_stated_once UNIQUE NULLS NOT DISTINCT (key, cluster_id, audience);
ALTER TABLE ONLY public.meetups_followup
    ADD CONSTRAINT follow_up_once UNIQUE (by_id, about_id);
ALTER TABLE ONLY public.holds_hold
    ADD CONSTRAINT hold_nothing_twice EXCLUDE USING gist (thing_id WITH =, place WITH =, period WITH &&) WHERE ((released_at IS NULL));
ALTER TABLE ONLY public.holds_hold
    ADD CONSTRAINT holds_hold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.holds_thing
    ADD CONSTRAINT holds_thing_key_key UNIQUE (key);
ALTER TABLE ONLY public.holds_thing
    ADD CONSTRAINT holds_thing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_instrument
    ADD CONSTRAINT instrument_version_once UNIQUE (survey_id, number);
ALTER TABLE ONLY public.observatory_invitation
    ADD CONSTRAINT invited_once UNIQUE (response_id, email);
ALTER TABLE ONLY public.newsroom_item
    ADD CONSTRAINT item_number_once UNIQUE (cluster_id, number);
ALTER TABLE ONLY public.ledger_erased
    ADD CONSTRAINT ledger_erased_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ledger_line
    ADD CONSTRAINT ledger_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ledger_part
    ADD CONSTRAINT ledger_part_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ledger_line
    ADD CONSTRAINT line_told_once UNIQUE (source, revision);
ALTER TABLE ONLY public.newsroom_link
    ADD CONSTRAINT link_once UNIQUE (cluster_id, address);
ALTER TABLE ONLY public.mail_message
    ADD CONSTRAINT mail_message_dedupe_key UNIQUE (dedupe);
ALTER TABLE ONLY public.mail_message
    ADD CONSTRAINT mail_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mail_notice
    ADD CONSTRAINT mail_notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mail_preference
    ADD CONSTRAINT mail_preference_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mail_tap
    ADD CONSTRAINT mail_tap_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mail_tap
    ADD CONSTRAINT mail_tap_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.mail_unreachable
    ADD CONSTRAINT mail_unreachable_email_key UNIQUE (email);
ALTER TABLE ONLY public.mail_unreachable
    ADD CONSTRAINT mail_unreachable_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_agendaitem
    ADD CONSTRAINT meetups_agendaitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_bookmark
    ADD CONSTRAINT meetups_bookmark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_consentblock
    ADD CONSTRAINT meetups_consentblock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_day
    ADD CONSTRAINT meetups_day_event_id_key UNIQUE (event_id);
ALTER TABLE ONLY public.meetups_day
    ADD CONSTRAINT meetups_day_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_event_cohosts
    ADD CONSTRAINT meetups_event_cohosts_event_id_organisation_id_43beddbb_uniq UNIQUE (event_id, organisation_id);
ALTER TABLE ONLY public.meetups_event_cohosts
    ADD CONSTRAINT meetups_event_cohosts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_event
    ADD CONSTRAINT meetups_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_event_tags
    ADD CONSTRAINT meetups_event_tags_event_id_tag_id_f79d3d86_uniq UNIQUE (event_id, tag_id);
ALTER TABLE ONLY public.meetups_event_tags
    ADD CONSTRAINT meetups_event_tags_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_event
    ADD CONSTRAINT meetups_event_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.meetups_eventevent
    ADD CONSTRAINT meetups_eventevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.meetups_followup
    ADD CONSTRAINT meetups_followup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_interpreter
    ADD CONSTRAINT meetups_interpreter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_interpreter
    ADD CONSTRAINT meetups_interpreter_thing_id_key UNIQUE (thing_id);
ALTER TABLE ONLY public.meetups_material
    ADD CONSTRAINT meetups_material_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_meeting
    ADD CONSTRAINT meetups_meeting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_meetingevent
    ADD CONSTRAINT meetups_meetingevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.meetups_participant
    ADD CONSTRAINT meetups_participant_key_key UNIQUE (key);
ALTER TABLE ONLY public.meetups_participant
    ADD CONSTRAINT meetups_participant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_participant
    ADD CONSTRAINT meetups_participant_registration_id_key UNIQUE (registration_id);
ALTER TABLE ONLY public.meetups_participantevent
    ADD CONSTRAINT meetups_participantevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.meetups_privatefeed
    ADD CONSTRAINT meetups_privatefeed_key_key UNIQUE (key);
ALTER TABLE ONLY public.meetups_privatefeed
    ADD CONSTRAINT meetups_privatefeed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_question
    ADD CONSTRAINT meetups_question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_rating
    ADD CONSTRAINT meetups_rating_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_rating
    ADD CONSTRAINT meetups_rating_registration_id_key UNIQUE (registration_id);
ALTER TABLE ONLY public.meetups_registration
    ADD CONSTRAINT meetups_registration_code_key UNIQUE (code);
ALTER TABLE ONLY public.meetups_registration
    ADD CONSTRAINT meetups_registration_key_key UNIQUE (key);
ALTER TABLE ONLY public.meetups_registration
    ADD CONSTRAINT meetups_registration_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_registrationevent
    ADD CONSTRAINT meetups_registrationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.meetups_rule
    ADD CONSTRAINT meetups_rule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_run
    ADD CONSTRAINT meetups_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_series
    ADD CONSTRAINT meetups_series_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_slot
    ADD CONSTRAINT meetups_slot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_table
    ADD CONSTRAINT meetups_table_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetups_table
    ADD CONSTRAINT meetups_table_thing_id_key UNIQUE (thing_id);
ALTER TABLE ONLY public.meetups_wish
    ADD CONSTRAINT meetups_wish_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_affiliation
    ADD CONSTRAINT members_affiliation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_affiliationevent
    ADD CONSTRAINT members_affiliationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.members_apitoken
    ADD CONSTRAINT members_apitoken_hash_key UNIQUE (hash);
ALTER TABLE ONLY public.members_apitoken
    ADD CONSTRAINT members_apitoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_batch
    ADD CONSTRAINT members_batch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_change
    ADD CONSTRAINT members_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_claim
    ADD CONSTRAINT members_claim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_cluster
    ADD CONSTRAINT members_cluster_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_cluster
    ADD CONSTRAINT members_cluster_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.members_consent
    ADD CONSTRAINT members_consent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_consentevent
    ADD CONSTRAINT members_consentevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.members_contactlog
    ADD CONSTRAINT members_contactlog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_customfield
    ADD CONSTRAINT members_customfield_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_disclosure
    ADD CONSTRAINT members_disclosure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_invitation
    ADD CONSTRAINT members_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_invitation
    ADD CONSTRAINT members_invitation_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.members_listing
    ADD CONSTRAINT members_listing_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_listing_tags
    ADD CONSTRAINT members_listing_tags_listing_id_tag_id_8b25bd04_uniq UNIQUE (listing_id, tag_id);
ALTER TABLE ONLY public.members_listing_tags
    ADD CONSTRAINT members_listing_tags_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_merge
    ADD CONSTRAINT members_merge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_note
    ADD CONSTRAINT members_note_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_organisation
    ADD CONSTRAINT members_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_organisation_tags
    ADD CONSTRAINT members_organisation_tags_organisation_id_tag_id_217df571_uniq UNIQUE (organisation_id, tag_id);
ALTER TABLE ONLY public.members_organisation_tags
    ADD CONSTRAINT members_organisation_tags_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_organisationevent
    ADD CONSTRAINT members_organisationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.members_person
    ADD CONSTRAINT members_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_personevent
    ADD CONSTRAINT members_personevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.members_relation
    ADD CONSTRAINT members_relation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_relationevent
    ADD CONSTRAINT members_relationevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.members_rolegrant
    ADD CONSTRAINT members_rolegrant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_rolegrantevent
    ADD CONSTRAINT members_rolegrantevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.members_segment
    ADD CONSTRAINT members_segment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_staged
    ADD CONSTRAINT members_staged_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_tag
    ADD CONSTRAINT members_tag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_tag
    ADD CONSTRAINT members_tag_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.members_task
    ADD CONSTRAINT members_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_user
    ADD CONSTRAINT members_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.members_user_groups
    ADD CONSTRAINT members_user_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_user_groups
    ADD CONSTRAINT members_user_groups_user_id_group_id_e4658dba_uniq UNIQUE (user_id, group_id);
ALTER TABLE ONLY public.members_user
    ADD CONSTRAINT members_user_person_id_key UNIQUE (person_id);
ALTER TABLE ONLY public.members_user
    ADD CONSTRAINT members_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.members_user_user_permissions
    ADD CONSTRAINT members_user_user_permis_user_id_permission_id_290733df_uniq UNIQUE (user_id, permission_id);
ALTER TABLE ONLY public.members_user_user_permissions
    ADD CONSTRAINT members_user_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_memory
    ADD CONSTRAINT memory_once UNIQUE (cluster_id, digest);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_aim
    ADD CONSTRAINT network_aim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_bookmark
    ADD CONSTRAINT network_bookmark_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.network_introduction
    ADD CONSTRAINT network_introduction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_outcome
    ADD CONSTRAINT network_outcome_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_pathrequest
    ADD CONSTRAINT network_pathrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_place
    ADD CONSTRAINT network_place_introduction_id_key UNIQUE (introduction_id);
ALTER TABLE ONLY public.network_place
    ADD CONSTRAINT network_place_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_portrait
    ADD CONSTRAINT network_portrait_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_post
    ADD CONSTRAINT network_post_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_proposal
    ADD CONSTRAINT network_proposal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_reading
    ADD CONSTRAINT network_reading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_seat
    ADD CONSTRAINT network_seat_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_spot
    ADD CONSTRAINT network_spot_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_tie
    ADD CONSTRAINT network_tie_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_withheld
    ADD CONSTRAINT network_withheld_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_attachment
    ADD CONSTRAINT newsroom_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_claim
    ADD CONSTRAINT newsroom_claim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_claimevent
    ADD CONSTRAINT newsroom_claimevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.newsroom_edition
    ADD CONSTRAINT newsroom_edition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_editionevent
    ADD CONSTRAINT newsroom_editionevent_pkey PRIMARY KEY (pgh_id);
ALTER TABLE ONLY public.newsroom_item
    ADD CONSTRAINT newsroom_item_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_item_tags
    ADD CONSTRAINT newsroom_item_tags_item_id_tag_id_77439004_uniq UNIQUE (item_id, tag_id);
ALTER TABLE ONLY public.newsroom_item_tags
    ADD CONSTRAINT newsroom_item_tags_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_item
    ADD CONSTRAINT newsroom_item_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.newsroom_link
    ADD CONSTRAINT newsroom_link_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_memory
    ADD CONSTRAINT newsroom_memory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_origin
    ADD CONSTRAINT newsroom_origin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_override
    ADD CONSTRAINT newsroom_override_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_picture
    ADD CONSTRAINT newsroom_picture_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_pulse
    ADD CONSTRAINT newsroom_pulse_cluster_id_key UNIQUE (cluster_id);
ALTER TABLE ONLY public.newsroom_pulse
    ADD CONSTRAINT newsroom_pulse_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_revision
    ADD CONSTRAINT newsroom_revision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.newsroom_term
    ADD CONSTRAINT newsroom_term_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mail_notice
    ADD CONSTRAINT notice_once UNIQUE (user_id, dedupe);
ALTER TABLE ONLY public.observatory_actionitem
    ADD CONSTRAINT observatory_actionitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_answer
    ADD CONSTRAINT observatory_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_attachment
    ADD CONSTRAINT observatory_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_binder
    ADD CONSTRAINT observatory_binder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_coder
    ADD CONSTRAINT observatory_coder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_coding
    ADD CONSTRAINT observatory_coding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_criterion
    ADD CONSTRAINT observatory_criterion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_employment
    ADD CONSTRAINT observatory_employment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_employmenttable
    ADD CONSTRAINT observatory_employmenttable_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_evidence
    ADD CONSTRAINT observatory_evidence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_factor
    ADD CONSTRAINT observatory_factor_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_instrument
    ADD CONSTRAINT observatory_instrument_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_invitation
    ADD CONSTRAINT observatory_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_query
    ADD CONSTRAINT observatory_query_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_question
    ADD CONSTRAINT observatory_question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_response
    ADD CONSTRAINT observatory_response_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_ruling
    ADD CONSTRAINT observatory_ruling_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_service
    ADD CONSTRAINT observatory_service_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_serviceuse
    ADD CONSTRAINT observatory_serviceuse_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_story_factors
    ADD CONSTRAINT observatory_story_factors_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_story_factors
    ADD CONSTRAINT observatory_story_factors_story_id_factor_id_ed5dc2bd_uniq UNIQUE (story_id, factor_id);
ALTER TABLE ONLY public.observatory_story
    ADD CONSTRAINT observatory_story_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_survey
    ADD CONSTRAINT observatory_survey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_surveyed
    ADD CONSTRAINT observatory_surveyed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observatory_wave
    ADD CONSTRAINT observatory_wave_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.portal_oldaddress
    ADD CONSTRAINT old_address_once UNIQUE (path, query);
ALTER TABLE ONLY public.facilities_opening
    ADD CONSTRAINT opening_once UNIQUE (facility_id, weekday, opens);
ALTER TABLE ONLY public.network_outcome
    ADD CONSTRAINT outcome_once_a_side UNIQUE (introduction_id, side_id);
ALTER TABLE ONLY public.newsroom_override
    ADD CONSTRAINT override_once UNIQUE (edition_id, mark);
ALTER TABLE ONLY public.ledger_part
    ADD CONSTRAINT part_once_a_line UNIQUE NULLS NOT DISTINCT (line_id, organisation_id, person_id, "group");
ALTER TABLE ONLY public.meetups_participant
    ADD CONSTRAINT participant_once UNIQUE (day_id, organisation_id, name);
ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_place
    ADD CONSTRAINT place_taken_once UNIQUE (organisation_id, cluster_id, week, number);
ALTER TABLE ONLY public.portal_policy
    ADD CONSTRAINT policy_numbered_once UNIQUE (cluster_id, kind, number);
ALTER TABLE ONLY public.portal_policy
    ADD CONSTRAINT policy_one_a_day UNIQUE (cluster_id, kind, valid_from);
ALTER TABLE ONLY public.portal_oldaddress
    ADD CONSTRAINT portal_oldaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.portal_policy
    ADD CONSTRAINT portal_policy_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.portal_reader
    ADD CONSTRAINT portal_reader_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.portal_site
    ADD CONSTRAINT portal_site_pkey PRIMARY KEY (cluster_id);
ALTER TABLE ONLY public.portal_subscription
    ADD CONSTRAINT portal_subscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.portal_views
    ADD CONSTRAINT portal_views_item_id_key UNIQUE (item_id);
ALTER TABLE ONLY public.portal_views
    ADD CONSTRAINT portal_views_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_portrait
    ADD CONSTRAINT portrait_once UNIQUE (cluster_id, audience, "window");
ALTER TABLE ONLY public.mail_preference
    ADD CONSTRAINT preference_once UNIQUE (email, topic);
ALTER TABLE ONLY public.facilities_priceclass
    ADD CONSTRAINT price_class_once UNIQUE (cluster_id, key);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_proposal
    ADD CONSTRAINT proposal_once UNIQUE (introduction_id, starts_at);
ALTER TABLE ONLY public.observatory_question
    ADD CONSTRAINT question_key_once UNIQUE (instrument_id, key);
ALTER TABLE ONLY public.facilities_quota
    ADD CONSTRAINT quota_once UNIQUE NULLS NOT DISTINCT (facility_id, price_class_id);
ALTER TABLE ONLY public.portal_reader
    ADD CONSTRAINT reader_once_a_day UNIQUE (item_id, day, mark);
ALTER TABLE ONLY public.network_reading
    ADD CONSTRAINT reading_once UNIQUE (cluster_id, audience);
ALTER TABLE ONLY public.facilities_requirement
    ADD CONSTRAINT requirement_once UNIQUE (facility_id, kind);
ALTER TABLE ONLY public.observatory_response
    ADD CONSTRAINT response_once UNIQUE (wave_id, surveyed_id);
ALTER TABLE ONLY public.newsroom_revision
    ADD CONSTRAINT revision_once UNIQUE (edition_id, version);
ALTER TABLE ONLY public.meetups_rule
    ADD CONSTRAINT rule_once_a_pair UNIQUE (day_id, a_id, b_id);
ALTER TABLE ONLY public.members_segment
    ADD CONSTRAINT segment_name_once UNIQUE (cluster_id, name);
ALTER TABLE ONLY public.observatory_serviceuse
    ADD CONSTRAINT service_use_once_a_day UNIQUE (service_id, organisation_id, day);
ALTER TABLE ONLY public.meetups_slot
    ADD CONSTRAINT slot_numbered_once UNIQUE (day_id, number);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);
ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.network_spot
    ADD CONSTRAINT spot_once UNIQUE (cluster_id, audience, organisation_id);
ALTER TABLE ONLY public.portal_subscription
    ADD CONSTRAINT subscription_once UNIQUE (cluster_id, email, language);
ALTER TABLE ONLY public.observatory_survey
    ADD CONSTRAINT survey_address_once UNIQUE (cluster_id, slug);
ALTER TABLE ONLY public.observatory_surveyed
    ADD CONSTRAINT surveyed_once UNIQUE (survey_id, name_ko, name_en);
ALTER TABLE ONLY public.meetups_table
    ADD CONSTRAINT table_numbered_once UNIQUE (day_id, number);
ALTER TABLE ONLY public.newsroom_term
    ADD CONSTRAINT term_once UNIQUE (cluster_id, ko);
ALTER TABLE ONLY public.network_tie
    ADD CONSTRAINT tie_once UNIQUE (cluster_id, audience, a_id, b_id);
ALTER TABLE ONLY public.facilities_training
    ADD CONSTRAINT training_once UNIQUE (cluster_id, source);
ALTER TABLE ONLY public.observatory_wave
    ADD CONSTRAINT wave_once UNIQUE (survey_id, number);
ALTER TABLE ONLY public.meetups_wish
    ADD CONSTRAINT wish_once UNIQUE (by_id, about_id);
ALTER TABLE ONLY public.network_withheld
    ADD CONSTRAINT withheld_once UNIQUE (cluster_id, asker_id, asked_id);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX affiliation_of_organisation ON public.members_affiliation USING btree (organisation_id, until);
CREATE INDEX answer_last_first ON public.observatory_answer USING btree (response_id, question_id, id DESC);
CREATE INDEX api_token_of_user ON public.members_apitoken USING btree (user_id, created_at DESC);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX booking_ahead ON public.facilities_booking USING btree (state, starts_at) WHERE ((state)::text = ANY ((ARRAY['requested'::character varying, 'offered'::character varying, 'confirmed'::character varying])::text[]));
CREATE INDEX booking_by_time ON public.facilities_booking USING gist (tstzrange(starts_at, ends_at));
CREATE INDEX booking_item_by_time ON public.facilities_bookingitem USING gist (tstzrange(starts_at, ends_at));
CREATE INDEX booking_item_of_facility ON public.facilities_bookingitem USING btree (facility_id, starts_at);
CREATE INDEX booking_of_cluster ON public.facilities_booking USING btree (cluster_id, starts_at);
CREATE INDEX booking_of_organisation ON public.facilities_booking USING btree (organisation_id, starts_at);
CREATE UNIQUE INDEX charge_of_booking_once ON public.facilities_charge USING btree (booking_id) WHERE (booking_id IS NOT NULL);
CREATE INDEX charge_of_cluster ON public.facilities_charge USING btree (cluster_id, day);
CREATE UNIQUE INDEX claim_waiting_once ON public.members_claim USING btree (user_id, organisation_id) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX claims_figure_cluster_id_343f092f ON public.claims_figure USING btree (cluster_id);
CREATE INDEX closure_of_facility ON public.facilities_closure USING btree (facility_id, starts_at);
CREATE UNIQUE INDEX consent_in_force_once ON public.members_consent USING btree (person_id, purpose) WHERE (withdrawn_at IS NULL);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX edition_search ON public.newsroom_edition USING gin (search);
CREATE INDEX edition_shown ON public.newsroom_edition USING btree (language, publish_at DESC, item_id DESC) WHERE ((state)::text = 'published'::text);
CREATE INDEX event_of_cluster ON public.meetups_event USING btree (cluster_id, starts_at);
CREATE UNIQUE INDEX event_of_series_once ON public.meetups_event USING btree (series_id, number) WHERE (series_id IS NOT NULL);
CREATE INDEX event_public ON public.meetups_event USING btree (cluster_id, starts_at) WHERE (((state)::text = ANY ((ARRAY['published'::character varying, 'cancelled'::character varying])::text[])) AND ((visibility)::text = 'public'::text));
CREATE INDEX event_search ON public.meetups_event USING gin (search);
CREATE INDEX facilities_booking_batch_id_bd9bae68 ON public.facilities_booking USING btree (batch_id);
CREATE INDEX facilities_booking_cluster_id_9229bb71 ON public.facilities_booking USING btree (cluster_id);
CREATE INDEX facilities_booking_created_by_id_c2c626ef ON public.facilities_booking USING btree (created_by_id);
CREATE INDEX facilities_booking_key_c5c8c9c9_like ON public.facilities_booking USING btree (key varchar_pattern_ops);
CREATE INDEX facilities_booking_organisation_id_318aff1e ON public.facilities_booking USING btree (organisation_id);
CREATE INDEX facilities_booking_partners_booking_id_81df2c85 ON public.facilities_booking_partners USING btree (booking_id);
CREATE INDEX facilities_booking_partners_organisation_id_2e6056a4 ON public.facilities_booking_partners USING btree (organisation_id);
CREATE INDEX facilities_booking_person_id_f1c93c4b ON public.facilities_booking USING btree (person_id);
CREATE INDEX facilities_booking_price_class_id_a54417a6 ON public.facilities_booking USING btree (price_class_id);
CREATE INDEX facilities_booking_series_id_63b2bfb5 ON public.facilities_booking USING btree (series_id);
CREATE INDEX facilities_booking_successor_id_3de28eed ON public.facilities_booking USING btree (successor_id);
CREATE INDEX facilities_bookingevent_batch_id_6ba488eb ON public.facilities_bookingevent USING btree (batch_id);
CREATE INDEX facilities_bookingevent_cluster_id_d9e58e5a ON public.facilities_bookingevent USING btree (cluster_id);
CREATE INDEX facilities_bookingevent_created_by_id_699cd7d4 ON public.facilities_bookingevent USING btree (created_by_id);
CREATE INDEX facilities_bookingevent_organisation_id_d5d333f5 ON public.facilities_bookingevent USING btree (organisation_id);
CREATE INDEX facilities_bookingevent_person_id_87590e59 ON public.facilities_bookingevent USING btree (person_id);
CREATE INDEX facilities_bookingevent_pgh_context_id_30604ca5 ON public.facilities_bookingevent USING btree (pgh_context_id);
CREATE INDEX facilities_bookingevent_pgh_obj_id_8abb61b7 ON public.facilities_bookingevent USING btree (pgh_obj_id);
CREATE INDEX facilities_bookingevent_price_class_id_b66cd1f6 ON public.facilities_bookingevent USING btree (price_class_id);
CREATE INDEX facilities_bookingevent_series_id_7b845824 ON public.facilities_bookingevent USING btree (series_id);
CREATE INDEX facilities_bookingevent_successor_id_d1a28503 ON public.facilities_bookingevent USING btree (successor_id);
CREATE INDEX facilities_bookingitem_booking_id_e84de4d2 ON public.facilities_bookingitem USING btree (booking_id);
CREATE INDEX facilities_bookingitem_facility_id_cda22d9c ON public.facilities_bookingitem USING btree (facility_id);
CREATE INDEX facilities_bookingseries_organisation_id_67ff32c6 ON public.facilities_bookingseries USING btree (organisation_id);
CREATE INDEX facilities_charge_booking_id_f05ab020 ON public.facilities_charge USING btree (booking_id);
CREATE INDEX facilities_charge_cluster_id_36ddcdb4 ON public.facilities_charge USING btree (cluster_id);
CREATE INDEX facilities_charge_organisation_id_0568747b ON public.facilities_charge USING btree (organisation_id);
CREATE INDEX facilities_charge_session_id_1b9652ad ON public.facilities_charge USING btree (session_id);
CREATE INDEX facilities_chargeevent_booking_id_adfcffe3 ON public.facilities_chargeevent USING btree (booking_id);
CREATE INDEX facilities_chargeevent_cluster_id_1fe4a91d ON public.facilities_chargeevent USING btree (cluster_id);
CREATE INDEX facilities_chargeevent_organisation_id_2e795ffb ON public.facilities_chargeevent USING btree (organisation_id);
CREATE INDEX facilities_chargeevent_pgh_context_id_07a2d9e4 ON public.facilities_chargeevent USING btree (pgh_context_id);
CREATE INDEX facilities_chargeevent_pgh_obj_id_0cd5ed7e ON public.facilities_chargeevent USING btree (pgh_obj_id);
CREATE INDEX facilities_chargeevent_session_id_40318b6a ON public.facilities_chargeevent USING btree (session_id);
CREATE INDEX facilities_closure_facility_id_ea59117a ON public.facilities_closure USING btree (facility_id);
CREATE INDEX facilities_credit_cluster_id_823cf8e1 ON public.facilities_credit USING btree (cluster_id);
CREATE INDEX facilities_credit_organisation_id_41cabcbd ON public.facilities_credit USING btree (organisation_id);
CREATE INDEX facilities_creditevent_cluster_id_bb8d190e ON public.facilities_creditevent USING btree (cluster_id);
CREATE INDEX facilities_creditevent_organisation_id_d0ddaf35 ON public.facilities_creditevent USING btree (organisation_id);
CREATE INDEX facilities_creditevent_pgh_context_id_eb7d00f6 ON public.facilities_creditevent USING btree (pgh_context_id);
CREATE INDEX facilities_creditevent_pgh_obj_id_e4220209 ON public.facilities_creditevent USING btree (pgh_obj_id);
CREATE INDEX facilities_credituse_charge_id_031a39d5 ON public.facilities_credituse USING btree (charge_id);
CREATE INDEX facilities_credituse_credit_id_d14cbb64 ON public.facilities_credituse USING btree (credit_id);
CREATE INDEX facilities_facility_batch_id_14f01a77 ON public.facilities_facility USING btree (batch_id);
CREATE INDEX facilities_facility_cluster_id_b6b19a16 ON public.facilities_facility USING btree (cluster_id);
CREATE INDEX facilities_facility_owner_id_905cfffb ON public.facilities_facility USING btree (owner_id);
CREATE INDEX facilities_facility_parent_id_ce7db55b ON public.facilities_facility USING btree (parent_id);
CREATE INDEX facilities_facility_tags_facility_id_62d51c93 ON public.facilities_facility_tags USING btree (facility_id);
CREATE INDEX facilities_facility_tags_tag_id_f5f3ddf4 ON public.facilities_facility_tags USING btree (tag_id);
CREATE INDEX facilities_facilityevent_batch_id_7f8f7695 ON public.facilities_facilityevent USING btree (batch_id);
CREATE INDEX facilities_facilityevent_cluster_id_9c75b6be ON public.facilities_facilityevent USING btree (cluster_id);
CREATE INDEX facilities_facilityevent_owner_id_859e795d ON public.facilities_facilityevent USING btree (owner_id);
CREATE INDEX facilities_facilityevent_parent_id_54b43c3c ON public.facilities_facilityevent USING btree (parent_id);
CREATE INDEX facilities_facilityevent_pgh_context_id_d7b92b4b ON public.facilities_facilityevent USING btree (pgh_context_id);
CREATE INDEX facilities_facilityevent_pgh_obj_id_83ce7ef5 ON public.facilities_facilityevent USING btree (pgh_obj_id);
CREATE INDEX facilities_facilitypair_a_id_75c7675f ON public.facilities_facilitypair USING btree (a_id);
CREATE INDEX facilities_facilitypair_b_id_3e2be3a8 ON public.facilities_facilitypair USING btree (b_id);
CREATE INDEX facilities_incident_facility_id_a48f93fd ON public.facilities_incident USING btree (facility_id);
CREATE INDEX facilities_incident_organisation_id_48740545 ON public.facilities_incident USING btree (organisation_id);
CREATE INDEX facilities_incident_person_id_fe49be74 ON public.facilities_incident USING btree (person_id);
CREATE INDEX facilities_incident_recorded_by_id_52d0ab8b ON public.facilities_incident USING btree (recorded_by_id);
CREATE INDEX facilities_incident_session_id_39c84afa ON public.facilities_incident USING btree (session_id);
CREATE INDEX facilities_incident_suspends_incident_id_8777333d ON public.facilities_incident_suspends USING btree (incident_id);
CREATE INDEX facilities_incident_suspends_qualification_id_c6bb5700 ON public.facilities_incident_suspends USING btree (qualification_id);
CREATE INDEX facilities_infrastructure_batch_id_d3d6c2c5 ON public.facilities_infrastructure USING btree (batch_id);
CREATE INDEX facilities_infrastructure_cluster_id_959fb5cb ON public.facilities_infrastructure USING btree (cluster_id);
CREATE INDEX facilities_infrastructure_owner_id_1700af9d ON public.facilities_infrastructure USING btree (owner_id);
CREATE INDEX facilities_loan_cluster_id_cd144b35 ON public.facilities_loan USING btree (cluster_id);
CREATE INDEX facilities_loan_facility_id_cb602007 ON public.facilities_loan USING btree (facility_id);
CREATE INDEX facilities_loan_organisation_id_f0d2071f ON public.facilities_loan USING btree (organisation_id);
CREATE INDEX facilities_loan_person_id_785ef87e ON public.facilities_loan USING btree (person_id);
CREATE INDEX facilities_loanevent_cluster_id_864e5a5d ON public.facilities_loanevent USING btree (cluster_id);
CREATE INDEX facilities_loanevent_facility_id_f064c0d1 ON public.facilities_loanevent USING btree (facility_id);
CREATE INDEX facilities_loanevent_organisation_id_8fe59f40 ON public.facilities_loanevent USING btree (organisation_id);
CREATE INDEX facilities_loanevent_person_id_5b2e0598 ON public.facilities_loanevent USING btree (person_id);
CREATE INDEX facilities_loanevent_pgh_context_id_580e8e64 ON public.facilities_loanevent USING btree (pgh_context_id);
CREATE INDEX facilities_loanevent_pgh_obj_id_52d06827 ON public.facilities_loanevent USING btree (pgh_obj_id);
CREATE INDEX facilities_opening_facility_id_b51c975e ON public.facilities_opening USING btree (facility_id);
CREATE INDEX facilities_priceclass_cluster_id_0d4f8097 ON public.facilities_priceclass USING btree (cluster_id);
CREATE INDEX facilities_priceclass_key_b7c815d5 ON public.facilities_priceclass USING btree (key);
CREATE INDEX facilities_priceclass_key_b7c815d5_like ON public.facilities_priceclass USING btree (key varchar_pattern_ops);
CREATE INDEX facilities_priceclassmember_organisation_id_c9312090 ON public.facilities_priceclassmember USING btree (organisation_id);
CREATE INDEX facilities_priceclassmember_price_class_id_4ef75299 ON public.facilities_priceclassmember USING btree (price_class_id);
CREATE INDEX facilities_problem_facility_id_f59c701a ON public.facilities_problem USING btree (facility_id);
CREATE INDEX facilities_qualification_batch_id_94be4c0e ON public.facilities_qualification USING btree (batch_id);
CREATE INDEX facilities_qualification_cluster_id_d87cf622 ON public.facilities_qualification USING btree (cluster_id);
CREATE INDEX facilities_qualification_granted_by_id_48072b99 ON public.facilities_qualification USING btree (granted_by_id);
CREATE INDEX facilities_qualification_organisation_id_1caf19a7 ON public.facilities_qualification USING btree (organisation_id);
CREATE INDEX facilities_qualification_person_id_85fab976 ON public.facilities_qualification USING btree (person_id);
CREATE INDEX facilities_qualificationevent_batch_id_6bb130bd ON public.facilities_qualificationevent USING btree (batch_id);
CREATE INDEX facilities_qualificationevent_cluster_id_13ee7ccb ON public.facilities_qualificationevent USING btree (cluster_id);
CREATE INDEX facilities_qualificationevent_granted_by_id_089d21f2 ON public.facilities_qualificationevent USING btree (granted_by_id);
CREATE INDEX facilities_qualificationevent_organisation_id_039b9c6f ON public.facilities_qualificationevent USING btree (organisation_id);
CREATE INDEX facilities_qualificationevent_person_id_f6cdb7c8 ON public.facilities_qualificationevent USING btree (person_id);
CREATE INDEX facilities_qualificationevent_pgh_context_id_108fa9eb ON public.facilities_qualificationevent USING btree (pgh_context_id);
CREATE INDEX facilities_qualificationevent_pgh_obj_id_a08b6ec6 ON public.facilities_qualificationevent USING btree (pgh_obj_id);
CREATE INDEX facilities_quota_facility_id_bb9d80bc ON public.facilities_quota USING btree (facility_id);
CREATE INDEX facilities_quota_price_class_id_f1d4874a ON public.facilities_quota USING btree (price_class_id);
CREATE INDEX facilities_requirement_facility_id_050fe3ef ON public.facilities_requirement USING btree (facility_id);
CREATE INDEX facilities_servicerequest_cluster_id_e624c9ca ON public.facilities_servicerequest USING btree (cluster_id);
CREATE INDEX facilities_servicerequest_facility_id_a1d0bb83 ON public.facilities_servicerequest USING btree (facility_id);
CREATE INDEX facilities_servicerequest_key_f1f28da9_like ON public.facilities_servicerequest USING btree (key varchar_pattern_ops);
CREATE INDEX facilities_servicerequest_organisation_id_486a308f ON public.facilities_servicerequest USING btree (organisation_id);
CREATE INDEX facilities_servicerequest_person_id_4d3f01dc ON public.facilities_servicerequest USING btree (person_id);
CREATE INDEX facilities_servicerequestevent_cluster_id_fab075d3 ON public.facilities_servicerequestevent USING btree (cluster_id);
CREATE INDEX facilities_servicerequestevent_facility_id_7cd175c4 ON public.facilities_servicerequestevent USING btree (facility_id);
CREATE INDEX facilities_servicerequestevent_organisation_id_b6baf037 ON public.facilities_servicerequestevent USING btree (organisation_id);
CREATE INDEX facilities_servicerequestevent_person_id_01b2d2ae ON public.facilities_servicerequestevent USING btree (person_id);
CREATE INDEX facilities_servicerequestevent_pgh_context_id_b72f0ae1 ON public.facilities_servicerequestevent USING btree (pgh_context_id);
CREATE INDEX facilities_servicerequestevent_pgh_obj_id_42b6ad6a ON public.facilities_servicerequestevent USING btree (pgh_obj_id);
CREATE INDEX facilities_servicestep_by_id_295283a7 ON public.facilities_servicestep USING btree (by_id);
CREATE INDEX facilities_servicestep_request_id_cc3c80c2 ON public.facilities_servicestep USING btree (request_id);
CREATE INDEX facilities_session_batch_id_457fdd8c ON public.facilities_session USING btree (batch_id);
CREATE INDEX facilities_session_booking_id_7ec9c574 ON public.facilities_session USING btree (booking_id);
CREATE INDEX facilities_session_cluster_id_bc9eccde ON public.facilities_session USING btree (cluster_id);
CREATE INDEX facilities_session_facility_id_5916b793 ON public.facilities_session USING btree (facility_id);
CREATE INDEX facilities_session_organisation_id_abae5ad1 ON public.facilities_session USING btree (organisation_id);
CREATE INDEX facilities_session_partners_organisation_id_576f7286 ON public.facilities_session_partners USING btree (organisation_id);
CREATE INDEX facilities_session_partners_session_id_f5dfb122 ON public.facilities_session_partners USING btree (session_id);
CREATE INDEX facilities_session_person_id_13647b4f ON public.facilities_session USING btree (person_id);
CREATE INDEX facilities_session_price_class_id_8e063154 ON public.facilities_session USING btree (price_class_id);
CREATE INDEX facilities_session_recorded_by_id_5842c1ee ON public.facilities_session USING btree (recorded_by_id);
CREATE INDEX facilities_sessionevent_batch_id_bc1205b6 ON public.facilities_sessionevent USING btree (batch_id);
CREATE INDEX facilities_sessionevent_booking_id_404d7667 ON public.facilities_sessionevent USING btree (booking_id);
CREATE INDEX facilities_sessionevent_cluster_id_f73f8975 ON public.facilities_sessionevent USING btree (cluster_id);
CREATE INDEX facilities_sessionevent_facility_id_fdb7dfd5 ON public.facilities_sessionevent USING btree (facility_id);
CREATE INDEX facilities_sessionevent_organisation_id_d69d9a3f ON public.facilities_sessionevent USING btree (organisation_id);
CREATE INDEX facilities_sessionevent_person_id_eb153116 ON public.facilities_sessionevent USING btree (person_id);
CREATE INDEX facilities_sessionevent_pgh_context_id_7cc46594 ON public.facilities_sessionevent USING btree (pgh_context_id);
CREATE INDEX facilities_sessionevent_pgh_obj_id_999645e3 ON public.facilities_sessionevent USING btree (pgh_obj_id);
CREATE INDEX facilities_sessionevent_price_class_id_3728c5e0 ON public.facilities_sessionevent USING btree (price_class_id);
CREATE INDEX facilities_sessionevent_recorded_by_id_a56ec72f ON public.facilities_sessionevent USING btree (recorded_by_id);
CREATE INDEX facilities_tariff_facility_id_36f4835c ON public.facilities_tariff USING btree (facility_id);
CREATE INDEX facilities_tariff_price_class_id_b0adfe34 ON public.facilities_tariff USING btree (price_class_id);
CREATE INDEX facilities_training_cluster_id_8eb01ed5 ON public.facilities_training USING btree (cluster_id);
CREATE INDEX facilities_waiting_booking_id_a1e25e54 ON public.facilities_waiting USING btree (booking_id);
CREATE INDEX facilities_waiting_cluster_id_fe43cf9b ON public.facilities_waiting USING btree (cluster_id);
CREATE INDEX facilities_waiting_facilities_facility_id_da088c38 ON public.facilities_waiting_facilities USING btree (facility_id);
CREATE INDEX facilities_waiting_facilities_waiting_id_8ebae642 ON public.facilities_waiting_facilities USING btree (waiting_id);
CREATE INDEX facilities_waiting_organisation_id_5ef362ee ON public.facilities_waiting USING btree (organisation_id);
CREATE INDEX facilities_waiting_person_id_8c472a9c ON public.facilities_waiting USING btree (person_id);
CREATE INDEX facility_of_cluster ON public.facilities_facility USING btree (cluster_id, parent_id);
CREATE INDEX hold_of_source ON public.holds_hold USING btree (source) WHERE (released_at IS NULL);
CREATE INDEX holds_hold_thing_id_c824d5d7 ON public.holds_hold USING btree (thing_id);
CREATE INDEX holds_thing_key_7d08b1ab_like ON public.holds_thing USING btree (key varchar_pattern_ops);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX introduction_of_asker ON public.network_introduction USING btree (asker_id, state);
CREATE UNIQUE INDEX introduction_open_once ON public.network_introduction USING btree (cluster_id, LEAST(asker_id, asked_id), GREATEST(asker_id, asked_id)) WHERE ((state)::text = ANY ((ARRAY['asked'::character varying, 'mutual'::character varying])::text[]));
CREATE UNIQUE INDEX item_of_import_once ON public.newsroom_item USING btree (cluster_id, key) WHERE (NOT ((key)::text = ''::text));
CREATE INDEX item_pinned ON public.newsroom_item USING btree (cluster_id, pinned_until) WHERE (pinned_until IS NOT NULL);
CREATE INDEX ledger_line_batch_id_17174b17 ON public.ledger_line USING btree (batch_id);
CREATE INDEX ledger_line_cluster_id_c561c209 ON public.ledger_line USING btree (cluster_id);
CREATE INDEX ledger_line_host_id_47f47bff ON public.ledger_line USING btree (host_id);
CREATE INDEX ledger_part_line_id_26bd4633 ON public.ledger_part USING btree (line_id);
CREATE INDEX ledger_part_organisation_id_c7c9a929 ON public.ledger_part USING btree (organisation_id);
CREATE INDEX ledger_part_person_id_1ae1bb04 ON public.ledger_part USING btree (person_id);
CREATE INDEX line_by_origin ON public.ledger_line USING btree (origin) WHERE (NOT ((origin)::text = ''::text));
CREATE INDEX line_by_transaction ON public.ledger_line USING btree (transaction, id);
CREATE INDEX line_of_batch ON public.ledger_line USING btree (batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX line_of_cluster ON public.ledger_line USING btree (cluster_id, starts_at);
CREATE INDEX listing_of_organisation ON public.members_listing USING btree (organisation_id, kind, expires_on);
CREATE INDEX mail_message_cluster_id_a13345c9 ON public.mail_message USING btree (cluster_id);
CREATE INDEX mail_message_dedupe_30f4415e_like ON public.mail_message USING btree (dedupe varchar_pattern_ops);
CREATE INDEX mail_message_message_id_fd6a0095 ON public.mail_message USING btree (message_id);
CREATE INDEX mail_message_message_id_fd6a0095_like ON public.mail_message USING btree (message_id varchar_pattern_ops);
CREATE INDEX mail_notice_user_id_88899d72 ON public.mail_notice USING btree (user_id);
CREATE INDEX mail_tap_token_hash_53f7f99d_like ON public.mail_tap USING btree (token_hash varchar_pattern_ops);
CREATE INDEX mail_unreachable_email_f139b5a7_like ON public.mail_unreachable USING btree (email varchar_pattern_ops);
CREATE UNIQUE INDEX meeting_alone_at_its_table ON public.meetups_meeting USING btree (slot_id, table_id) WHERE ((state)::text = ANY ((ARRAY['scheduled'::character varying, 'held'::character varying])::text[]));
CREATE UNIQUE INDEX meeting_once_a_pair ON public.meetups_meeting USING btree (day_id, LEAST(a_id, b_id), GREATEST(a_id, b_id)) WHERE ((state)::text = ANY ((ARRAY['scheduled'::character varying, 'held'::character varying])::text[]));
CREATE INDEX meetups_agendaitem_event_id_ce89a91f ON public.meetups_agendaitem USING btree (event_id);
CREATE INDEX meetups_bookmark_about_id_4df87cbc ON public.meetups_bookmark USING btree (about_id);
CREATE INDEX meetups_bookmark_by_id_3fbbdea4 ON public.meetups_bookmark USING btree (by_id);
CREATE INDEX meetups_consentblock_event_id_af35fd64 ON public.meetups_consentblock USING btree (event_id);
CREATE INDEX meetups_event_batch_id_a1a51193 ON public.meetups_event USING btree (batch_id);
CREATE INDEX meetups_event_cluster_id_1267064b ON public.meetups_event USING btree (cluster_id);
CREATE INDEX meetups_event_cohosts_event_id_671e5e91 ON public.meetups_event_cohosts USING btree (event_id);
CREATE INDEX meetups_event_cohosts_organisation_id_d69f3240 ON public.meetups_event_cohosts USING btree (organisation_id);
CREATE INDEX meetups_event_created_by_id_422f3f23 ON public.meetups_event USING btree (created_by_id);
CREATE INDEX meetups_event_host_id_d658180c ON public.meetups_event USING btree (host_id);
CREATE INDEX meetups_event_series_id_1d0a9e4d ON public.meetups_event USING btree (series_id);
CREATE INDEX meetups_event_successor_id_768ed25a ON public.meetups_event USING btree (successor_id);
CREATE INDEX meetups_event_tags_event_id_b4a973d0 ON public.meetups_event_tags USING btree (event_id);
CREATE INDEX meetups_event_tags_tag_id_fb47a027 ON public.meetups_event_tags USING btree (tag_id);
CREATE INDEX meetups_eventevent_batch_id_ce4cd652 ON public.meetups_eventevent USING btree (batch_id);
CREATE INDEX meetups_eventevent_cluster_id_30034bba ON public.meetups_eventevent USING btree (cluster_id);
CREATE INDEX meetups_eventevent_created_by_id_090091c7 ON public.meetups_eventevent USING btree (created_by_id);
CREATE INDEX meetups_eventevent_host_id_179ef652 ON public.meetups_eventevent USING btree (host_id);
CREATE INDEX meetups_eventevent_pgh_context_id_3481886d ON public.meetups_eventevent USING btree (pgh_context_id);
CREATE INDEX meetups_eventevent_pgh_obj_id_cc6d7e44 ON public.meetups_eventevent USING btree (pgh_obj_id);
CREATE INDEX meetups_eventevent_series_id_bb31357f ON public.meetups_eventevent USING btree (series_id);
CREATE INDEX meetups_eventevent_successor_id_1a1b546a ON public.meetups_eventevent USING btree (successor_id);
CREATE INDEX meetups_followup_about_id_e95db1a8 ON public.meetups_followup USING btree (about_id);
CREATE INDEX meetups_followup_by_id_efaca88e ON public.meetups_followup USING btree (by_id);
CREATE INDEX meetups_followup_event_id_c75ff814 ON public.meetups_followup USING btree (event_id);
CREATE INDEX meetups_interpreter_day_id_282b6050 ON public.meetups_interpreter USING btree (day_id);
CREATE INDEX meetups_material_event_id_530d578d ON public.meetups_material USING btree (event_id);
CREATE INDEX meetups_meeting_a_id_62250817 ON public.meetups_meeting USING btree (a_id);
CREATE INDEX meetups_meeting_absent_id_e3112b1f ON public.meetups_meeting USING btree (absent_id);
CREATE INDEX meetups_meeting_b_id_e8fecac3 ON public.meetups_meeting USING btree (b_id);
CREATE INDEX meetups_meeting_day_id_b2de9634 ON public.meetups_meeting USING btree (day_id);
CREATE INDEX meetups_meeting_interpreter_id_493e3d03 ON public.meetups_meeting USING btree (interpreter_id);
CREATE INDEX meetups_meeting_run_id_602e7bf2 ON public.meetups_meeting USING btree (run_id);
CREATE INDEX meetups_meeting_slot_id_d580117d ON public.meetups_meeting USING btree (slot_id);
CREATE INDEX meetups_meeting_successor_id_6fd571f8 ON public.meetups_meeting USING btree (successor_id);
CREATE INDEX meetups_meeting_table_id_b90f227e ON public.meetups_meeting USING btree (table_id);
CREATE INDEX meetups_meetingevent_a_id_8269af5c ON public.meetups_meetingevent USING btree (a_id);
CREATE INDEX meetups_meetingevent_absent_id_d12ed72d ON public.meetups_meetingevent USING btree (absent_id);
CREATE INDEX meetups_meetingevent_b_id_b2fbe9e6 ON public.meetups_meetingevent USING btree (b_id);
CREATE INDEX meetups_meetingevent_day_id_20a9b4f3 ON public.meetups_meetingevent USING btree (day_id);
CREATE INDEX meetups_meetingevent_interpreter_id_eb0b0e18 ON public.meetups_meetingevent USING btree (interpreter_id);
CREATE INDEX meetups_meetingevent_pgh_context_id_99c9de4b ON public.meetups_meetingevent USING btree (pgh_context_id);
CREATE INDEX meetups_meetingevent_pgh_obj_id_5c3f44f9 ON public.meetups_meetingevent USING btree (pgh_obj_id);
CREATE INDEX meetups_meetingevent_run_id_5a53b190 ON public.meetups_meetingevent USING btree (run_id);
CREATE INDEX meetups_meetingevent_slot_id_d2023f72 ON public.meetups_meetingevent USING btree (slot_id);
CREATE INDEX meetups_meetingevent_successor_id_49667f5b ON public.meetups_meetingevent USING btree (successor_id);
CREATE INDEX meetups_meetingevent_table_id_3c86b6f2 ON public.meetups_meetingevent USING btree (table_id);
CREATE INDEX meetups_participant_day_id_dd749528 ON public.meetups_participant USING btree (day_id);
CREATE INDEX meetups_participant_key_179f0d0f_like ON public.meetups_participant USING btree (key varchar_pattern_ops);
CREATE INDEX meetups_participant_organisation_id_f8215780 ON public.meetups_participant USING btree (organisation_id);
CREATE INDEX meetups_participant_person_id_332709f3 ON public.meetups_participant USING btree (person_id);
CREATE INDEX meetups_participantevent_day_id_c9d402dc ON public.meetups_participantevent USING btree (day_id);
CREATE INDEX meetups_participantevent_organisation_id_b68512d1 ON public.meetups_participantevent USING btree (organisation_id);
CREATE INDEX meetups_participantevent_person_id_2f461661 ON public.meetups_participantevent USING btree (person_id);
CREATE INDEX meetups_participantevent_pgh_context_id_d4439dd4 ON public.meetups_participantevent USING btree (pgh_context_id);
CREATE INDEX meetups_participantevent_pgh_obj_id_f6bdb081 ON public.meetups_participantevent USING btree (pgh_obj_id);
CREATE INDEX meetups_participantevent_registration_id_1b427629 ON public.meetups_participantevent USING btree (registration_id);
CREATE INDEX meetups_privatefeed_key_e4fa387d_like ON public.meetups_privatefeed USING btree (key varchar_pattern_ops);
CREATE INDEX meetups_privatefeed_user_id_e77116b2 ON public.meetups_privatefeed USING btree (user_id);
CREATE INDEX meetups_question_event_id_d3bd28e4 ON public.meetups_question USING btree (event_id);
CREATE INDEX meetups_registration_code_b185586b_like ON public.meetups_registration USING btree (code varchar_pattern_ops);
CREATE INDEX meetups_registration_event_id_cceb7644 ON public.meetups_registration USING btree (event_id);
CREATE INDEX meetups_registration_key_e7b56f56_like ON public.meetups_registration USING btree (key varchar_pattern_ops);
CREATE INDEX meetups_registration_organisation_id_a65bd45c ON public.meetups_registration USING btree (organisation_id);
CREATE INDEX meetups_registration_person_id_dafb07a1 ON public.meetups_registration USING btree (person_id);
CREATE INDEX meetups_registrationevent_event_id_8e3fb6d2 ON public.meetups_registrationevent USING btree (event_id);
CREATE INDEX meetups_registrationevent_organisation_id_50f0ad70 ON public.meetups_registrationevent USING btree (organisation_id);
CREATE INDEX meetups_registrationevent_person_id_63cd23d2 ON public.meetups_registrationevent USING btree (person_id);
CREATE INDEX meetups_registrationevent_pgh_context_id_af925185 ON public.meetups_registrationevent USING btree (pgh_context_id);
CREATE INDEX meetups_registrationevent_pgh_obj_id_96c79517 ON public.meetups_registrationevent USING btree (pgh_obj_id);
CREATE INDEX meetups_rule_a_id_76beff5e ON public.meetups_rule USING btree (a_id);
CREATE INDEX meetups_rule_b_id_1a430e2b ON public.meetups_rule USING btree (b_id);
CREATE INDEX meetups_rule_day_id_ea18fcc7 ON public.meetups_rule USING btree (day_id);
CREATE INDEX meetups_rule_slot_id_8fafe5c6 ON public.meetups_rule USING btree (slot_id);
CREATE INDEX meetups_run_day_id_08dd8b81 ON public.meetups_run USING btree (day_id);
CREATE INDEX meetups_run_made_by_id_d2262906 ON public.meetups_run USING btree (made_by_id);
CREATE INDEX meetups_series_cluster_id_12c824ef ON public.meetups_series USING btree (cluster_id);
CREATE INDEX meetups_slot_day_id_50add446 ON public.meetups_slot USING btree (day_id);
CREATE INDEX meetups_table_day_id_681fd92b ON public.meetups_table USING btree (day_id);
CREATE INDEX meetups_wish_about_id_1c0d3b2e ON public.meetups_wish USING btree (about_id);
CREATE INDEX meetups_wish_by_id_85e9bdc9 ON public.meetups_wish USING btree (by_id);
CREATE INDEX members_affiliation_batch_id_ac839e98 ON public.members_affiliation USING btree (batch_id);
CREATE INDEX members_affiliation_organisation_id_18487fd9 ON public.members_affiliation USING btree (organisation_id);
CREATE INDEX members_affiliation_person_id_dd3aa493 ON public.members_affiliation USING btree (person_id);
CREATE INDEX members_affiliationevent_batch_id_e09f1eee ON public.members_affiliationevent USING btree (batch_id);
CREATE INDEX members_affiliationevent_organisation_id_036b9b3c ON public.members_affiliationevent USING btree (organisation_id);
CREATE INDEX members_affiliationevent_person_id_1ea72dc0 ON public.members_affiliationevent USING btree (person_id);
CREATE INDEX members_affiliationevent_pgh_context_id_765f2606 ON public.members_affiliationevent USING btree (pgh_context_id);
CREATE INDEX members_affiliationevent_pgh_obj_id_85f42da4 ON public.members_affiliationevent USING btree (pgh_obj_id);
CREATE INDEX members_apitoken_hash_724fdc1c_like ON public.members_apitoken USING btree (hash varchar_pattern_ops);
CREATE INDEX members_apitoken_user_id_ca4ba6e8 ON public.members_apitoken USING btree (user_id);
CREATE INDEX members_batch_author_id_5212d279 ON public.members_batch USING btree (author_id);
CREATE INDEX members_batch_cluster_id_c3cd87ff ON public.members_batch USING btree (cluster_id);
CREATE INDEX members_change_batch_id_1aabee74 ON public.members_change USING btree (batch_id);
CREATE INDEX members_claim_cluster_id_68e38c1e ON public.members_claim USING btree (cluster_id);
CREATE INDEX members_claim_decided_by_id_2e52f5e3 ON public.members_claim USING btree (decided_by_id);
CREATE INDEX members_claim_organisation_id_7f1ad9ba ON public.members_claim USING btree (organisation_id);
CREATE INDEX members_claim_user_id_fa47df62 ON public.members_claim USING btree (user_id);
CREATE INDEX members_cluster_batch_id_70ba1c9f ON public.members_cluster USING btree (batch_id);
CREATE INDEX members_cluster_slug_024ae3a7_like ON public.members_cluster USING btree (slug varchar_pattern_ops);
CREATE INDEX members_consent_person_id_7ec9f519 ON public.members_consent USING btree (person_id);
CREATE INDEX members_consentevent_person_id_b4ed6c4f ON public.members_consentevent USING btree (person_id);
CREATE INDEX members_consentevent_pgh_context_id_4bb05013 ON public.members_consentevent USING btree (pgh_context_id);
CREATE INDEX members_consentevent_pgh_obj_id_959541ea ON public.members_consentevent USING btree (pgh_obj_id);
CREATE INDEX members_contactlog_author_id_7f4e678a ON public.members_contactlog USING btree (author_id);
CREATE INDEX members_contactlog_cluster_id_0f635202 ON public.members_contactlog USING btree (cluster_id);
CREATE INDEX members_contactlog_organisation_id_2b3b0311 ON public.members_contactlog USING btree (organisation_id);
CREATE INDEX members_customfield_cluster_id_7482c56a ON public.members_customfield USING btree (cluster_id);
CREATE INDEX members_customfield_key_d60369c9 ON public.members_customfield USING btree (key);
CREATE INDEX members_customfield_key_d60369c9_like ON public.members_customfield USING btree (key varchar_pattern_ops);
CREATE INDEX members_disclosure_person_id_665ee4c6 ON public.members_disclosure USING btree (person_id);
CREATE INDEX members_disclosure_user_id_b6fcf73f ON public.members_disclosure USING btree (user_id);
CREATE INDEX members_invitation_cluster_id_96e019d2 ON public.members_invitation USING btree (cluster_id);
CREATE INDEX members_invitation_invited_by_id_a777c25b ON public.members_invitation USING btree (invited_by_id);
CREATE INDEX members_invitation_organisation_id_65b59b5e ON public.members_invitation USING btree (organisation_id);
CREATE INDEX members_invitation_token_hash_3f59e7db_like ON public.members_invitation USING btree (token_hash varchar_pattern_ops);
CREATE INDEX members_listing_batch_id_a863afb6 ON public.members_listing USING btree (batch_id);
CREATE INDEX members_listing_organisation_id_e44498db ON public.members_listing USING btree (organisation_id);
CREATE INDEX members_listing_tags_listing_id_b4c6ea69 ON public.members_listing_tags USING btree (listing_id);
CREATE INDEX members_listing_tags_tag_id_7de72985 ON public.members_listing_tags USING btree (tag_id);
CREATE INDEX members_merge_absorbed_id_bff1c081 ON public.members_merge USING btree (absorbed_id);
CREATE INDEX members_merge_kept_id_90c496ae ON public.members_merge USING btree (kept_id);
CREATE INDEX members_merge_merged_by_id_eb63824c ON public.members_merge USING btree (merged_by_id);
CREATE INDEX members_note_author_id_e13dd703 ON public.members_note USING btree (author_id);
CREATE INDEX members_note_cluster_id_9e0e65f0 ON public.members_note USING btree (cluster_id);
CREATE INDEX members_note_organisation_id_ee3daf7d ON public.members_note USING btree (organisation_id);
CREATE INDEX members_organisation_batch_id_2a9b4857 ON public.members_organisation USING btree (batch_id);
CREATE INDEX members_organisation_merged_into_id_f378d29e ON public.members_organisation USING btree (merged_into_id);
CREATE INDEX members_organisation_name_key_1e37666b ON public.members_organisation USING btree (name_key);
CREATE INDEX members_organisation_name_key_1e37666b_like ON public.members_organisation USING btree (name_key varchar_pattern_ops);
CREATE INDEX members_organisation_parent_id_d76c8f70 ON public.members_organisation USING btree (parent_id);
CREATE INDEX members_organisation_tags_organisation_id_5d87f1b7 ON public.members_organisation_tags USING btree (organisation_id);
CREATE INDEX members_organisation_tags_tag_id_55f8f08b ON public.members_organisation_tags USING btree (tag_id);
CREATE INDEX members_organisationevent_batch_id_c3dc5ce5 ON public.members_organisationevent USING btree (batch_id);
CREATE INDEX members_organisationevent_merged_into_id_c3cdaa36 ON public.members_organisationevent USING btree (merged_into_id);
CREATE INDEX members_organisationevent_parent_id_f65b942e ON public.members_organisationevent USING btree (parent_id);
CREATE INDEX members_organisationevent_pgh_context_id_72c43b65 ON public.members_organisationevent USING btree (pgh_context_id);
CREATE INDEX members_organisationevent_pgh_obj_id_b759aab2 ON public.members_organisationevent USING btree (pgh_obj_id);
CREATE INDEX members_person_batch_id_ed7b075a ON public.members_person USING btree (batch_id);
CREATE INDEX members_person_name_key_4b672903 ON public.members_person USING btree (name_key);
CREATE INDEX members_person_name_key_4b672903_like ON public.members_person USING btree (name_key varchar_pattern_ops);
CREATE INDEX members_personevent_batch_id_69b3a7ae ON public.members_personevent USING btree (batch_id);
CREATE INDEX members_personevent_pgh_context_id_ff8c886c ON public.members_personevent USING btree (pgh_context_id);
CREATE INDEX members_personevent_pgh_obj_id_d66a4170 ON public.members_personevent USING btree (pgh_obj_id);
CREATE INDEX members_relation_batch_id_3bb1fa43 ON public.members_relation USING btree (batch_id);
CREATE INDEX members_relation_cluster_id_a658fa28 ON public.members_relation USING btree (cluster_id);
CREATE INDEX members_relation_organisation_id_e4272465 ON public.members_relation USING btree (organisation_id);
CREATE INDEX members_relationevent_batch_id_67417e36 ON public.members_relationevent USING btree (batch_id);
CREATE INDEX members_relationevent_cluster_id_03721128 ON public.members_relationevent USING btree (cluster_id);
CREATE INDEX members_relationevent_organisation_id_d97f9b1a ON public.members_relationevent USING btree (organisation_id);
CREATE INDEX members_relationevent_pgh_context_id_de61d129 ON public.members_relationevent USING btree (pgh_context_id);
CREATE INDEX members_relationevent_pgh_obj_id_6163f152 ON public.members_relationevent USING btree (pgh_obj_id);
CREATE INDEX members_rolegrant_cluster_id_adad2ffa ON public.members_rolegrant USING btree (cluster_id);
CREATE INDEX members_rolegrant_organisation_id_b999bacc ON public.members_rolegrant USING btree (organisation_id);
CREATE INDEX members_rolegrant_user_id_b3de68f0 ON public.members_rolegrant USING btree (user_id);
CREATE INDEX members_rolegrantevent_cluster_id_9f49aa3f ON public.members_rolegrantevent USING btree (cluster_id);
CREATE INDEX members_rolegrantevent_organisation_id_c1c49a5c ON public.members_rolegrantevent USING btree (organisation_id);
CREATE INDEX members_rolegrantevent_pgh_context_id_e784fa63 ON public.members_rolegrantevent USING btree (pgh_context_id);
CREATE INDEX members_rolegrantevent_pgh_obj_id_303b7907 ON public.members_rolegrantevent USING btree (pgh_obj_id);
CREATE INDEX members_rolegrantevent_user_id_c99b85a3 ON public.members_rolegrantevent USING btree (user_id);
CREATE INDEX members_segment_author_id_53dc3050 ON public.members_segment USING btree (author_id);
CREATE INDEX members_segment_cluster_id_a68be575 ON public.members_segment USING btree (cluster_id);
CREATE INDEX members_staged_batch_id_c0d79d36 ON public.members_staged USING btree (batch_id);
CREATE INDEX members_staged_target_id_34832252 ON public.members_staged USING btree (target_id);
CREATE INDEX members_tag_slug_0c42c1e2_like ON public.members_tag USING btree (slug varchar_pattern_ops);
CREATE INDEX members_task_assignee_id_e3b2b2f1 ON public.members_task USING btree (assignee_id);
CREATE INDEX members_task_author_id_a6c08d0a ON public.members_task USING btree (author_id);
CREATE INDEX members_task_cluster_id_d309d83e ON public.members_task USING btree (cluster_id);
CREATE INDEX members_task_organisation_id_4a2928a2 ON public.members_task USING btree (organisation_id);
CREATE INDEX members_user_email_fb50dde1_like ON public.members_user USING btree (email varchar_pattern_ops);
CREATE INDEX members_user_groups_group_id_39b83d85 ON public.members_user_groups USING btree (group_id);
CREATE INDEX members_user_groups_user_id_db5cba0f ON public.members_user_groups USING btree (user_id);
CREATE INDEX members_user_user_permissions_permission_id_5f80148e ON public.members_user_user_permissions USING btree (permission_id);
CREATE INDEX members_user_user_permissions_user_id_3371a207 ON public.members_user_user_permissions USING btree (user_id);
CREATE INDEX memory_en ON public.newsroom_memory USING gin (en public.gin_trgm_ops);
CREATE INDEX memory_ko ON public.newsroom_memory USING gin (ko public.gin_trgm_ops);
CREATE INDEX message_of_recipient ON public.mail_message USING btree ("to", topic, created_at);
CREATE INDEX message_queue ON public.mail_message USING btree (not_before) WHERE ((state)::text = 'queued'::text);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX network_aim_cluster_id_90b4d8f7 ON public.network_aim USING btree (cluster_id);
CREATE INDEX network_aim_organisation_id_f9bcd7ed ON public.network_aim USING btree (organisation_id);
CREATE INDEX network_aim_tag_id_fb8458f9 ON public.network_aim USING btree (tag_id);
CREATE INDEX network_bookmark_name_c10c3eaa_like ON public.network_bookmark USING btree (name varchar_pattern_ops);
CREATE INDEX network_introduction_asked_id_3b1eea88 ON public.network_introduction USING btree (asked_id);
CREATE INDEX network_introduction_asked_person_id_0042aa48 ON public.network_introduction USING btree (asked_person_id);
CREATE INDEX network_introduction_asker_id_4daed378 ON public.network_introduction USING btree (asker_id);
CREATE INDEX network_introduction_asker_person_id_943de1c8 ON public.network_introduction USING btree (asker_person_id);
CREATE INDEX network_introduction_cluster_id_20d8bbc9 ON public.network_introduction USING btree (cluster_id);
CREATE INDEX network_outcome_introduction_id_33538646 ON public.network_outcome USING btree (introduction_id);
CREATE INDEX network_outcome_side_id_85468bfa ON public.network_outcome USING btree (side_id);
CREATE INDEX network_pathrequest_cluster_id_87ca8ec4 ON public.network_pathrequest USING btree (cluster_id);
CREATE INDEX network_pathrequest_seeker_id_f42943d9 ON public.network_pathrequest USING btree (seeker_id);
CREATE INDEX network_pathrequest_seeker_person_id_7dc6278d ON public.network_pathrequest USING btree (seeker_person_id);
CREATE INDEX network_pathrequest_target_id_1b8954cc ON public.network_pathrequest USING btree (target_id);
CREATE INDEX network_pathrequest_via_id_5f9ffb6c ON public.network_pathrequest USING btree (via_id);
CREATE INDEX network_place_cluster_id_97b507d1 ON public.network_place USING btree (cluster_id);
CREATE INDEX network_place_organisation_id_31ae30cf ON public.network_place USING btree (organisation_id);
CREATE INDEX network_portrait_cluster_id_9f08a0d0 ON public.network_portrait USING btree (cluster_id);
CREATE INDEX network_post_introduction_id_66faf935 ON public.network_post USING btree (introduction_id);
CREATE INDEX network_post_person_id_0c7295d7 ON public.network_post USING btree (person_id);
CREATE INDEX network_post_side_id_9dd22e90 ON public.network_post USING btree (side_id);
CREATE INDEX network_proposal_introduction_id_84a74e94 ON public.network_proposal USING btree (introduction_id);
CREATE INDEX network_proposal_side_id_604313fd ON public.network_proposal USING btree (side_id);
CREATE INDEX network_reading_cluster_id_fa4357bc ON public.network_reading USING btree (cluster_id);
CREATE INDEX network_seat_cluster_id_4576a027 ON public.network_seat USING btree (cluster_id);
CREATE INDEX network_seat_organisation_id_d8c12af3 ON public.network_seat USING btree (organisation_id);
CREATE INDEX network_seat_person_id_bfd1f668 ON public.network_seat USING btree (person_id);
CREATE INDEX network_spot_cluster_id_1b8b8386 ON public.network_spot USING btree (cluster_id);
CREATE INDEX network_spot_organisation_id_6d188d1e ON public.network_spot USING btree (organisation_id);
CREATE INDEX network_tie_a_id_c0917a32 ON public.network_tie USING btree (a_id);
CREATE INDEX network_tie_b_id_1fa36052 ON public.network_tie USING btree (b_id);
CREATE INDEX network_tie_cluster_id_a45b6098 ON public.network_tie USING btree (cluster_id);
CREATE INDEX network_withheld_asked_id_6946063a ON public.network_withheld USING btree (asked_id);
CREATE INDEX network_withheld_asker_id_0602a159 ON public.network_withheld USING btree (asker_id);
CREATE INDEX network_withheld_cluster_id_2f0c563b ON public.network_withheld USING btree (cluster_id);
CREATE INDEX newsroom_attachment_item_id_77fa5a23 ON public.newsroom_attachment USING btree (item_id);
CREATE INDEX newsroom_claim_cluster_id_496fc056 ON public.newsroom_claim USING btree (cluster_id);
CREATE INDEX newsroom_claim_key_b2cf26f0 ON public.newsroom_claim USING btree (key);
CREATE INDEX newsroom_claim_key_b2cf26f0_like ON public.newsroom_claim USING btree (key varchar_pattern_ops);
CREATE INDEX newsroom_claimevent_cluster_id_718e0a48 ON public.newsroom_claimevent USING btree (cluster_id);
CREATE INDEX newsroom_claimevent_pgh_context_id_5339593b ON public.newsroom_claimevent USING btree (pgh_context_id);
CREATE INDEX newsroom_claimevent_pgh_obj_id_c6b146ad ON public.newsroom_claimevent USING btree (pgh_obj_id);
CREATE INDEX newsroom_edition_approved_by_id_ee8b5e61 ON public.newsroom_edition USING btree (approved_by_id);
CREATE INDEX newsroom_edition_item_id_a43d5af1 ON public.newsroom_edition USING btree (item_id);
CREATE INDEX newsroom_edition_written_by_id_7d848997 ON public.newsroom_edition USING btree (written_by_id);
CREATE INDEX newsroom_editionevent_approved_by_id_457fd2ac ON public.newsroom_editionevent USING btree (approved_by_id);
CREATE INDEX newsroom_editionevent_item_id_1a81895d ON public.newsroom_editionevent USING btree (item_id);
CREATE INDEX newsroom_editionevent_pgh_context_id_77af3117 ON public.newsroom_editionevent USING btree (pgh_context_id);
CREATE INDEX newsroom_editionevent_pgh_obj_id_c32bcc61 ON public.newsroom_editionevent USING btree (pgh_obj_id);
CREATE INDEX newsroom_editionevent_written_by_id_9ae15b8f ON public.newsroom_editionevent USING btree (written_by_id);
CREATE INDEX newsroom_item_cluster_id_ba6a914f ON public.newsroom_item USING btree (cluster_id);
CREATE INDEX newsroom_item_created_by_id_b1c9099c ON public.newsroom_item USING btree (created_by_id);
CREATE INDEX newsroom_item_tags_item_id_4f76d501 ON public.newsroom_item_tags USING btree (item_id);
CREATE INDEX newsroom_item_tags_tag_id_76e19f35 ON public.newsroom_item_tags USING btree (tag_id);
CREATE INDEX newsroom_link_cluster_id_47ba7b8a ON public.newsroom_link USING btree (cluster_id);
CREATE INDEX newsroom_memory_cluster_id_12e2365d ON public.newsroom_memory USING btree (cluster_id);
CREATE INDEX newsroom_origin_item_id_3a5216b3 ON public.newsroom_origin USING btree (item_id);
CREATE INDEX newsroom_origin_of_id_536aedb5 ON public.newsroom_origin USING btree (of_id);
CREATE INDEX newsroom_override_by_id_9e75a17e ON public.newsroom_override USING btree (by_id);
CREATE INDEX newsroom_override_edition_id_c64da314 ON public.newsroom_override USING btree (edition_id);
CREATE INDEX newsroom_picture_item_id_e0fd847b ON public.newsroom_picture USING btree (item_id);
CREATE INDEX newsroom_revision_by_id_6ac21836 ON public.newsroom_revision USING btree (by_id);
CREATE INDEX newsroom_revision_edition_id_3a3ea9df ON public.newsroom_revision USING btree (edition_id);
CREATE INDEX newsroom_term_cluster_id_82ef3b3c ON public.newsroom_term USING btree (cluster_id);
CREATE INDEX notice_of_user ON public.mail_notice USING btree (user_id, created_at DESC);
CREATE INDEX observatory_actionitem_by_id_ae3ac198 ON public.observatory_actionitem USING btree (by_id);
CREATE INDEX observatory_actionitem_cluster_id_bf863061 ON public.observatory_actionitem USING btree (cluster_id);
CREATE INDEX observatory_actionitem_factor_id_37bae80d ON public.observatory_actionitem USING btree (factor_id);
CREATE INDEX observatory_actionitem_owner_id_10937e83 ON public.observatory_actionitem USING btree (owner_id);
CREATE INDEX observatory_actionitem_story_id_b3e1311a ON public.observatory_actionitem USING btree (story_id);
CREATE INDEX observatory_answer_by_id_bf9743fb ON public.observatory_answer USING btree (by_id);
CREATE INDEX observatory_answer_confirms_id_cf64d4ec ON public.observatory_answer USING btree (confirms_id);
CREATE INDEX observatory_answer_invitation_id_639a4752 ON public.observatory_answer USING btree (invitation_id);
CREATE INDEX observatory_answer_question_id_fd07e5cb ON public.observatory_answer USING btree (question_id);
CREATE INDEX observatory_answer_response_id_b62c501d ON public.observatory_answer USING btree (response_id);
CREATE INDEX observatory_attachment_response_id_afc8b3f0 ON public.observatory_attachment USING btree (response_id);
CREATE INDEX observatory_binder_cluster_id_531f1830 ON public.observatory_binder USING btree (cluster_id);
CREATE INDEX observatory_coder_survey_id_e3ece676 ON public.observatory_coder USING btree (survey_id);
CREATE INDEX observatory_coder_user_id_78589660 ON public.observatory_coder USING btree (user_id);
CREATE INDEX observatory_coding_coder_id_15d9b79b ON public.observatory_coding USING btree (coder_id);
CREATE INDEX observatory_coding_factor_id_6420886e ON public.observatory_coding USING btree (factor_id);
CREATE INDEX observatory_coding_surveyed_id_ff14d11c ON public.observatory_coding USING btree (surveyed_id);
CREATE INDEX observatory_criterion_binder_id_0a257f6b ON public.observatory_criterion USING btree (binder_id);
CREATE INDEX observatory_employment_table_id_f1a587a1 ON public.observatory_employment USING btree (table_id);
CREATE INDEX observatory_employmenttable_by_id_c1a71552 ON public.observatory_employmenttable USING btree (by_id);
CREATE INDEX observatory_employmenttable_cluster_id_218db5e4 ON public.observatory_employmenttable USING btree (cluster_id);
CREATE INDEX observatory_evidence_by_id_5d230862 ON public.observatory_evidence USING btree (by_id);
CREATE INDEX observatory_evidence_criterion_id_aa87d153 ON public.observatory_evidence USING btree (criterion_id);
CREATE INDEX observatory_factor_key_92eee422 ON public.observatory_factor USING btree (key);
CREATE INDEX observatory_factor_key_92eee422_like ON public.observatory_factor USING btree (key varchar_pattern_ops);
CREATE INDEX observatory_factor_survey_id_b25e692c ON public.observatory_factor USING btree (survey_id);
CREATE INDEX observatory_instrument_survey_id_e9170bec ON public.observatory_instrument USING btree (survey_id);
CREATE INDEX observatory_invitation_response_id_3698c666 ON public.observatory_invitation USING btree (response_id);
CREATE INDEX observatory_query_by_id_fe48dcc2 ON public.observatory_query USING btree (by_id);
CREATE INDEX observatory_query_question_id_f41ea158 ON public.observatory_query USING btree (question_id);
CREATE INDEX observatory_query_response_id_d85961b6 ON public.observatory_query USING btree (response_id);
CREATE INDEX observatory_question_instrument_id_085c4214 ON public.observatory_question USING btree (instrument_id);
CREATE INDEX observatory_question_key_89108f02 ON public.observatory_question USING btree (key);
CREATE INDEX observatory_question_key_89108f02_like ON public.observatory_question USING btree (key varchar_pattern_ops);
CREATE INDEX observatory_question_only_if_id_6c99a8a0 ON public.observatory_question USING btree (only_if_id);
CREATE INDEX observatory_response_approved_by_id_50735e28 ON public.observatory_response USING btree (approved_by_id);
CREATE INDEX observatory_response_surveyed_id_f95ef17b ON public.observatory_response USING btree (surveyed_id);
CREATE INDEX observatory_response_wave_id_2cb5350f ON public.observatory_response USING btree (wave_id);
CREATE INDEX observatory_ruling_by_id_b4cf9096 ON public.observatory_ruling USING btree (by_id);
CREATE INDEX observatory_ruling_factor_id_adc395e6 ON public.observatory_ruling USING btree (factor_id);
CREATE INDEX observatory_ruling_surveyed_id_14bd7df3 ON public.observatory_ruling USING btree (surveyed_id);
CREATE INDEX observatory_service_cluster_id_0cd21a60 ON public.observatory_service USING btree (cluster_id);
CREATE INDEX observatory_serviceuse_by_id_d36bb17d ON public.observatory_serviceuse USING btree (by_id);
CREATE INDEX observatory_serviceuse_organisation_id_2053d83b ON public.observatory_serviceuse USING btree (organisation_id);
CREATE INDEX observatory_serviceuse_service_id_0e53c375 ON public.observatory_serviceuse USING btree (service_id);
CREATE INDEX observatory_story_factors_factor_id_7dc6a85b ON public.observatory_story_factors USING btree (factor_id);
CREATE INDEX observatory_story_factors_story_id_2f9d8b40 ON public.observatory_story_factors USING btree (story_id);
CREATE INDEX observatory_story_surveyed_id_50944772 ON public.observatory_story USING btree (surveyed_id);
CREATE INDEX observatory_survey_cluster_id_5581d9e7 ON public.observatory_survey USING btree (cluster_id);
CREATE INDEX observatory_survey_slug_9fd49ddb ON public.observatory_survey USING btree (slug);
CREATE INDEX observatory_survey_slug_9fd49ddb_like ON public.observatory_survey USING btree (slug varchar_pattern_ops);
CREATE INDEX observatory_surveyed_cluster_id_0ff0e356 ON public.observatory_surveyed USING btree (cluster_id);
CREATE INDEX observatory_surveyed_survey_id_dd0e2a6a ON public.observatory_surveyed USING btree (survey_id);
CREATE INDEX observatory_wave_instrument_id_73329916 ON public.observatory_wave USING btree (instrument_id);
CREATE INDEX observatory_wave_survey_id_f8caaf1f ON public.observatory_wave USING btree (survey_id);
CREATE UNIQUE INDEX organisation_external_id ON public.members_organisation USING btree (external_id) WHERE (NOT ((external_id)::text = ''::text));
CREATE INDEX organisation_folded ON public.members_organisation USING gin (folded public.gin_trgm_ops);
CREATE INDEX organisation_initials ON public.members_organisation USING gin (initials public.gin_trgm_ops);
CREATE INDEX organisation_registration ON public.members_organisation USING btree (upper((registration_number)::text));
CREATE INDEX organisation_search ON public.members_organisation USING gin (search);
CREATE UNIQUE INDEX path_asked_once ON public.network_pathrequest USING btree (seeker_id, target_id, via_id) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX person_email ON public.members_person USING btree (email);
CREATE INDEX person_folded ON public.members_person USING gin (folded public.gin_trgm_ops);
CREATE INDEX portal_oldaddress_cluster_id_05794f75 ON public.portal_oldaddress USING btree (cluster_id);
CREATE INDEX portal_oldaddress_item_id_45b2e499 ON public.portal_oldaddress USING btree (item_id);
CREATE INDEX portal_policy_by_id_5cc5d34e ON public.portal_policy USING btree (by_id);
CREATE INDEX portal_policy_cluster_id_c9e01519 ON public.portal_policy USING btree (cluster_id);
CREATE INDEX portal_reader_item_id_c9387c77 ON public.portal_reader USING btree (item_id);
CREATE INDEX portal_subscription_cluster_id_1d3aa0aa ON public.portal_subscription USING btree (cluster_id);
CREATE UNIQUE INDEX price_class_default_once ON public.facilities_priceclass USING btree (cluster_id) WHERE is_default;
CREATE UNIQUE INDEX private_feed_once ON public.meetups_privatefeed USING btree (user_id) WHERE (revoked_at IS NULL);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE UNIQUE INDEX proposal_accepted_once ON public.network_proposal USING btree (introduction_id) WHERE (accepted_at IS NOT NULL);
CREATE UNIQUE INDEX qualification_granted_once ON public.facilities_qualification USING btree (person_id, kind, level, origin) WHERE (NOT ((origin)::text = ''::text));
CREATE INDEX qualification_of_org ON public.facilities_qualification USING btree (organisation_id, kind);
CREATE INDEX qualification_of_person ON public.facilities_qualification USING btree (person_id, kind);
CREATE INDEX reader_by_day ON public.portal_reader USING btree (day);
CREATE INDEX registration_due ON public.meetups_registration USING btree (state, offered_until) WHERE ((state)::text = ANY ((ARRAY['offered'::character varying, 'reserved'::character varying])::text[]));
CREATE UNIQUE INDEX registration_live_once ON public.meetups_registration USING btree (event_id, lower((email)::text)) WHERE (((state)::text = ANY ((ARRAY['reserved'::character varying, 'pending'::character varying, 'confirmed'::character varying, 'waitlisted'::character varying, 'offered'::character varying])::text[])) AND (NOT ((email)::text = ''::text)));
CREATE INDEX registration_of_event ON public.meetups_registration USING btree (event_id, state, asked_at);
CREATE INDEX registration_of_person ON public.meetups_registration USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX registration_taking ON public.meetups_registration USING btree (event_id) WHERE ((state)::text = ANY ((ARRAY['reserved'::character varying, 'confirmed'::character varying, 'offered'::character varying])::text[]));
CREATE INDEX relation_of_cluster ON public.members_relation USING btree (cluster_id, state, kind);
CREATE UNIQUE INDEX relation_open_once ON public.members_relation USING btree (organisation_id, cluster_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX role_granted_once ON public.members_rolegrant USING btree (user_id, role, cluster_id, organisation_id) NULLS NOT DISTINCT WHERE (until IS NULL);
CREATE INDEX seat_of_organisation ON public.network_seat USING btree (organisation_id, starts_at);
CREATE INDEX seat_of_person ON public.network_seat USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX seat_of_source ON public.network_seat USING btree (source);
CREATE INDEX session_by_time ON public.facilities_session USING gist (tstzrange(started_at, ended_at));
CREATE UNIQUE INDEX session_imported_once ON public.facilities_session USING btree (cluster_id, external_id) WHERE (NOT ((external_id)::text = ''::text));
CREATE INDEX session_of_cluster ON public.facilities_session USING btree (cluster_id, started_at);
CREATE INDEX session_of_facility ON public.facilities_session USING btree (facility_id, started_at);
CREATE INDEX session_open ON public.facilities_session USING btree (cluster_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX session_open_once ON public.facilities_session USING btree (booking_id, facility_id) WHERE (ended_at IS NULL);
CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);
CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);
CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);
CREATE INDEX staged_by_verdict ON public.members_staged USING btree (batch_id, verdict);
CREATE INDEX tie_other_way ON public.network_tie USING btree (cluster_id, audience, b_id);
CREATE INDEX tie_strongest_first ON public.network_tie USING btree (cluster_id, audience, weight DESC, a_id, b_id);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX waiting_open ON public.facilities_waiting USING btree (starts_at) WHERE ((state)::text = 'waiting'::text);
CREATE TRIGGER pgtrigger_append_only_02a5d BEFORE DELETE OR UPDATE ON public.members_organisationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_02a5d();
CREATE TRIGGER pgtrigger_append_only_06087 BEFORE DELETE OR UPDATE ON public.facilities_bookingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_06087();
CREATE TRIGGER pgtrigger_append_only_1255e BEFORE DELETE OR UPDATE ON public.members_rolegrantevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1255e();
CREATE TRIGGER pgtrigger_append_only_1a71a BEFORE DELETE OR UPDATE ON public.facilities_facilityevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1a71a();
CREATE TRIGGER pgtrigger_append_only_3b43e BEFORE DELETE OR UPDATE ON public.members_relationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3b43e();
CREATE TRIGGER pgtrigger_append_only_4ac86 BEFORE DELETE OR UPDATE ON public.members_consentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4ac86();
CREATE TRIGGER pgtrigger_append_only_53f61 BEFORE DELETE OR UPDATE ON public.members_personevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_53f61();
CREATE TRIGGER pgtrigger_append_only_5d671 BEFORE DELETE OR UPDATE ON public.facilities_servicerequestevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5d671();
CREATE TRIGGER pgtrigger_append_only_650a3 BEFORE DELETE OR UPDATE ON public.meetups_registrationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_650a3();
CREATE TRIGGER pgtrigger_append_only_6a1bb BEFORE DELETE OR UPDATE ON public.members_affiliationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6a1bb();
CREATE TRIGGER pgtrigger_append_only_7869f BEFORE DELETE OR UPDATE ON public.meetups_meetingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7869f();
CREATE TRIGGER pgtrigger_append_only_81a5b BEFORE DELETE OR UPDATE ON public.newsroom_claimevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_81a5b();
CREATE TRIGGER pgtrigger_append_only_858d4 BEFORE DELETE OR UPDATE ON public.newsroom_editionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_858d4();
CREATE TRIGGER pgtrigger_append_only_b67bd BEFORE DELETE OR UPDATE ON public.meetups_participantevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b67bd();
CREATE TRIGGER pgtrigger_append_only_ce5be BEFORE DELETE OR UPDATE ON public.facilities_chargeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ce5be();
CREATE TRIGGER pgtrigger_append_only_d8e6a BEFORE DELETE OR UPDATE ON public.facilities_creditevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d8e6a();
CREATE TRIGGER pgtrigger_append_only_e0a97 BEFORE DELETE OR UPDATE ON public.meetups_eventevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e0a97();
CREATE TRIGGER pgtrigger_append_only_e3a9c BEFORE DELETE OR UPDATE ON public.facilities_qualificationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e3a9c();
CREATE TRIGGER pgtrigger_append_only_ea2c5 BEFORE DELETE OR UPDATE ON public.facilities_loanevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ea2c5();
CREATE TRIGGER pgtrigger_append_only_f17de BEFORE DELETE OR UPDATE ON public.facilities_sessionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f17de();
CREATE TRIGGER pgtrigger_insert_insert_29a14 AFTER INSERT ON public.facilities_booking FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_29a14();
CREATE TRIGGER pgtrigger_insert_insert_43a1d AFTER INSERT ON public.facilities_servicerequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_43a1d();
CREATE TRIGGER pgtrigger_insert_insert_53d22 AFTER INSERT ON public.facilities_session FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_53d22();
CREATE TRIGGER pgtrigger_insert_insert_64caf AFTER INSERT ON public.facilities_qualification FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_64caf();
CREATE TRIGGER pgtrigger_insert_insert_6ce8d AFTER INSERT ON public.newsroom_claim FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6ce8d();
CREATE TRIGGER pgtrigger_insert_insert_70ae6 AFTER INSERT ON public.meetups_event FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_70ae6();
CREATE TRIGGER pgtrigger_insert_insert_81232 AFTER INSERT ON public.members_relation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_81232();
CREATE TRIGGER pgtrigger_insert_insert_86d14 AFTER INSERT ON public.newsroom_edition FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_86d14();
CREATE TRIGGER pgtrigger_insert_insert_8902e AFTER INSERT ON public.facilities_loan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8902e();
CREATE TRIGGER pgtrigger_insert_insert_8ef50 AFTER INSERT ON public.members_consent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_8ef50();
CREATE TRIGGER pgtrigger_insert_insert_bf0fe AFTER INSERT ON public.meetups_registration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_bf0fe();
CREATE TRIGGER pgtrigger_insert_insert_c439b AFTER INSERT ON public.facilities_charge FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c439b();
CREATE TRIGGER pgtrigger_insert_insert_c4b1b AFTER INSERT ON public.members_affiliation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c4b1b();
CREATE TRIGGER pgtrigger_insert_insert_ccaf2 AFTER INSERT ON public.members_person FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ccaf2();
CREATE TRIGGER pgtrigger_insert_insert_cccf6 AFTER INSERT ON public.facilities_facility FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_cccf6();
CREATE TRIGGER pgtrigger_insert_insert_d06c9 AFTER INSERT ON public.members_rolegrant FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d06c9();
CREATE TRIGGER pgtrigger_insert_insert_d68e8 AFTER INSERT ON public.members_organisation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d68e8();
CREATE TRIGGER pgtrigger_insert_insert_e017f AFTER INSERT ON public.meetups_participant FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e017f();
CREATE TRIGGER pgtrigger_insert_insert_e3ee4 AFTER INSERT ON public.facilities_credit FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e3ee4();
CREATE TRIGGER pgtrigger_insert_insert_f4eb1 AFTER INSERT ON public.meetups_meeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f4eb1();
CREATE TRIGGER pgtrigger_line_append_only_5f055 BEFORE DELETE OR UPDATE ON public.ledger_line FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_line_append_only_5f055();
CREATE TRIGGER pgtrigger_part_append_only_1b046 BEFORE DELETE OR UPDATE ON public.ledger_part FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_part_append_only_1b046();
CREATE TRIGGER pgtrigger_update_update_0d43b AFTER UPDATE ON public.members_rolegrant FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0d43b();
CREATE TRIGGER pgtrigger_update_update_0d9d6 AFTER UPDATE ON public.facilities_facility FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0d9d6();
CREATE TRIGGER pgtrigger_update_update_237f9 AFTER UPDATE ON public.facilities_qualification FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_237f9();
CREATE TRIGGER pgtrigger_update_update_2b97e AFTER UPDATE ON public.meetups_registration FOR EACH ROW WHEN (((old.answers IS DISTINCT FROM new.answers) OR (old.asked_at IS DISTINCT FROM new.asked_at) OR ((old.basis)::text IS DISTINCT FROM (new.basis)::text) OR (old.checked_in_at IS DISTINCT FROM new.checked_in_at) OR (old.consents IS DISTINCT FROM new.consents) OR ((old.email)::text IS DISTINCT FROM (new.email)::text) OR (old.ended_at IS DISTINCT FROM new.ended_at) OR (old.event_id IS DISTINCT FROM new.event_id) OR (old.id IS DISTINCT FROM new.id) OR ((old.language)::text IS DISTINCT FROM (new.language)::text) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.offered_until IS DISTINCT FROM new.offered_until) OR (old.organisation_id IS DISTINCT FROM new.organisation_id) OR ((old.organisation_name)::text IS DISTINCT FROM (new.organisation_name)::text) OR ((old.origin)::text IS DISTINCT FROM (new.origin)::text) OR (old.party IS DISTINCT FROM new.party) OR (old.person_id IS DISTINCT FROM new.person_id) OR (old.proved_at IS DISTINCT FROM new.proved_at) OR ((old.reason)::text IS DISTINCT FROM (new.reason)::text) OR (old.reminded_at IS DISTINCT FROM new.reminded_at) OR ((old.state)::text IS DISTINCT FROM (new.state)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_2b97e();
CREATE TRIGGER pgtrigger_update_update_39a46 AFTER UPDATE ON public.facilities_loan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_39a46();
CREATE TRIGGER pgtrigger_update_update_54488 AFTER UPDATE ON public.facilities_credit FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_54488();
CREATE TRIGGER pgtrigger_update_update_5c169 AFTER UPDATE ON public.facilities_booking FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5c169();
CREATE TRIGGER pgtrigger_update_update_5f53e AFTER UPDATE ON public.newsroom_claim FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5f53e();
CREATE TRIGGER pgtrigger_update_update_679c0 AFTER UPDATE ON public.members_consent FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_679c0();
CREATE TRIGGER pgtrigger_update_update_6ba84 AFTER UPDATE ON public.meetups_participant FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6ba84();
CREATE TRIGGER pgtrigger_update_update_85631 AFTER UPDATE ON public.newsroom_edition FOR EACH ROW WHEN (((old.approved_by_id IS DISTINCT FROM new.approved_by_id) OR (old.blocks IS DISTINCT FROM new.blocks) OR (old.edited_at IS DISTINCT FROM new.edited_at) OR (old.first_published_at IS DISTINCT FROM new.first_published_at) OR (old.id IS DISTINCT FROM new.id) OR (old.item_id IS DISTINCT FROM new.item_id) OR ((old.language)::text IS DISTINCT FROM (new.language)::text) OR (old.left_out IS DISTINCT FROM new.left_out) OR (old.publish_at IS DISTINCT FROM new.publish_at) OR ((old.reason)::text IS DISTINCT FROM (new.reason)::text) OR (old.sections IS DISTINCT FROM new.sections) OR (old.sections_of IS DISTINCT FROM new.sections_of) OR (old.shown_blocks IS DISTINCT FROM new.shown_blocks) OR ((old.shown_summary)::text IS DISTINCT FROM (new.shown_summary)::text) OR ((old.shown_title)::text IS DISTINCT FROM (new.shown_title)::text) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR ((old.summary)::text IS DISTINCT FROM (new.summary)::text) OR ((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.version IS DISTINCT FROM new.version) OR (old.written_by_id IS DISTINCT FROM new.written_by_id))) EXECUTE FUNCTION public.pgtrigger_update_update_85631();
CREATE TRIGGER pgtrigger_update_update_863df AFTER UPDATE ON public.facilities_session FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_863df();
CREATE TRIGGER pgtrigger_update_update_9f53f AFTER UPDATE ON public.facilities_charge FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9f53f();
CREATE TRIGGER pgtrigger_update_update_a133a AFTER UPDATE ON public.members_person FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a133a();
CREATE TRIGGER pgtrigger_update_update_bb9a8 AFTER UPDATE ON public.members_affiliation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_bb9a8();
CREATE TRIGGER pgtrigger_update_update_d2200 AFTER UPDATE ON public.meetups_event FOR EACH ROW WHEN ((((old.address_en)::text IS DISTINCT FROM (new.address_en)::text) OR ((old.address_ko)::text IS DISTINCT FROM (new.address_ko)::text) OR (old.batch_id IS DISTINCT FROM new.batch_id) OR (old.capacity IS DISTINCT FROM new.capacity) OR (old.changed_at IS DISTINCT FROM new.changed_at) OR (old.closes_at IS DISTINCT FROM new.closes_at) OR (old.cluster_id IS DISTINCT FROM new.cluster_id) OR (old.created_at IS DISTINCT FROM new.created_at) OR (old.created_by_id IS DISTINCT FROM new.created_by_id) OR (old.ends_at IS DISTINCT FROM new.ends_at) OR (old.folded IS DISTINCT FROM new.folded) OR (old.host_id IS DISTINCT FROM new.host_id) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR ((old.link)::text IS DISTINCT FROM (new.link)::text) OR (old.needs_approval IS DISTINCT FROM new.needs_approval) OR (old.number IS DISTINCT FROM new.number) OR (old.offer_hours IS DISTINCT FROM new.offer_hours) OR (old.opens_at IS DISTINCT FROM new.opens_at) OR ((old.origin)::text IS DISTINCT FROM (new.origin)::text) OR ((old.picture)::text IS DISTINCT FROM (new.picture)::text) OR ((old.picture_text_en)::text IS DISTINCT FROM (new.picture_text_en)::text) OR ((old.picture_text_ko)::text IS DISTINCT FROM (new.picture_text_ko)::text) OR ((old.place_en)::text IS DISTINCT FROM (new.place_en)::text) OR ((old.place_ko)::text IS DISTINCT FROM (new.place_ko)::text) OR (old.promotes IS DISTINCT FROM new.promotes) OR ((old.reason_en)::text IS DISTINCT FROM (new.reason_en)::text) OR ((old.reason_ko)::text IS DISTINCT FROM (new.reason_ko)::text) OR (old.reveals_place IS DISTINCT FROM new.reveals_place) OR (old.sequence IS DISTINCT FROM new.sequence) OR (old.series_id IS DISTINCT FROM new.series_id) OR (old.starts_at IS DISTINCT FROM new.starts_at) OR ((old.state)::text IS DISTINCT FROM (new.state)::text) OR (old.successor_id IS DISTINCT FROM new.successor_id) OR ((old.summary_en)::text IS DISTINCT FROM (new.summary_en)::text) OR ((old.summary_ko)::text IS DISTINCT FROM (new.summary_ko)::text) OR (old.text_en IS DISTINCT FROM new.text_en) OR (old.text_ko IS DISTINCT FROM new.text_ko) OR ((old.title_en)::text IS DISTINCT FROM (new.title_en)::text) OR ((old.title_ko)::text IS DISTINCT FROM (new.title_ko)::text) OR (old.uid IS DISTINCT FROM new.uid) OR ((old.visibility)::text IS DISTINCT FROM (new.visibility)::text) OR ((old.zone)::text IS DISTINCT FROM (new.zone)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_d2200();
CREATE TRIGGER pgtrigger_update_update_dda88 AFTER UPDATE ON public.meetups_meeting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_dda88();
CREATE TRIGGER pgtrigger_update_update_e70f9 AFTER UPDATE ON public.members_relation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e70f9();
CREATE TRIGGER pgtrigger_update_update_f2f72 AFTER UPDATE ON public.facilities_servicerequest FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f2f72();
CREATE TRIGGER pgtrigger_update_update_f4b2a AFTER UPDATE ON public.members_organisation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_f4b2a();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.claims_figure
    ADD CONSTRAINT claims_figure_cluster_id_343f092f_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_batch_id_bd9bae68_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_cluster_id_9229bb71_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_created_by_id_c2c626ef_fk_members_user_id FOREIGN KEY (created_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_organisation_id_318aff1e_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_booking_partners
    ADD CONSTRAINT facilities_booking_p_booking_id_81df2c85_fk_facilitie FOREIGN KEY (booking_id) REFERENCES public.facilities_booking(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_booking_partners
    ADD CONSTRAINT facilities_booking_p_organisation_id_2e6056a4_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_person_id_f1c93c4b_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_price_class_id_a54417a6_fk_facilitie FOREIGN KEY (price_class_id) REFERENCES public.facilities_priceclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_series_id_63b2bfb5_fk_facilitie FOREIGN KEY (series_id) REFERENCES public.facilities_bookingseries(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_booking
    ADD CONSTRAINT facilities_booking_successor_id_3de28eed_fk_facilitie FOREIGN KEY (successor_id) REFERENCES public.facilities_booking(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_bookingitem
    ADD CONSTRAINT facilities_bookingit_booking_id_e84de4d2_fk_facilitie FOREIGN KEY (booking_id) REFERENCES public.facilities_booking(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_bookingitem
    ADD CONSTRAINT facilities_bookingit_facility_id_cda22d9c_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_bookingseries
    ADD CONSTRAINT facilities_bookingse_organisation_id_67ff32c6_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_charge
    ADD CONSTRAINT facilities_charge_booking_id_f05ab020_fk_facilities_booking_id FOREIGN KEY (booking_id) REFERENCES public.facilities_booking(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_charge
    ADD CONSTRAINT facilities_charge_cluster_id_36ddcdb4_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_charge
    ADD CONSTRAINT facilities_charge_organisation_id_0568747b_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_charge
    ADD CONSTRAINT facilities_charge_session_id_1b9652ad_fk_facilities_session_id FOREIGN KEY (session_id) REFERENCES public.facilities_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_closure
    ADD CONSTRAINT facilities_closure_facility_id_ea59117a_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_credit
    ADD CONSTRAINT facilities_credit_cluster_id_823cf8e1_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_credit
    ADD CONSTRAINT facilities_credit_organisation_id_41cabcbd_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_credituse
    ADD CONSTRAINT facilities_credituse_charge_id_031a39d5_fk_facilities_charge_id FOREIGN KEY (charge_id) REFERENCES public.facilities_charge(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_credituse
    ADD CONSTRAINT facilities_credituse_credit_id_d14cbb64_fk_facilities_credit_id FOREIGN KEY (credit_id) REFERENCES public.facilities_credit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_facility_tags
    ADD CONSTRAINT facilities_facility__facility_id_62d51c93_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_facility
    ADD CONSTRAINT facilities_facility_batch_id_14f01a77_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_facility
    ADD CONSTRAINT facilities_facility_cluster_id_b6b19a16_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_facility
    ADD CONSTRAINT facilities_facility_owner_id_905cfffb_fk_members_o FOREIGN KEY (owner_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_facility
    ADD CONSTRAINT facilities_facility_parent_id_ce7db55b_fk_facilitie FOREIGN KEY (parent_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_facility_tags
    ADD CONSTRAINT facilities_facility_tags_tag_id_f5f3ddf4_fk_members_tag_id FOREIGN KEY (tag_id) REFERENCES public.members_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_facilitypair
    ADD CONSTRAINT facilities_facilitypair_a_id_75c7675f_fk_facilities_facility_id FOREIGN KEY (a_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_facilitypair
    ADD CONSTRAINT facilities_facilitypair_b_id_3e2be3a8_fk_facilities_facility_id FOREIGN KEY (b_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_incident_suspends
    ADD CONSTRAINT facilities_incident__incident_id_8777333d_fk_facilitie FOREIGN KEY (incident_id) REFERENCES public.facilities_incident(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_incident_suspends
    ADD CONSTRAINT facilities_incident__qualification_id_c6bb5700_fk_facilitie FOREIGN KEY (qualification_id) REFERENCES public.facilities_qualification(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_incident
    ADD CONSTRAINT facilities_incident_facility_id_a48f93fd_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_incident
    ADD CONSTRAINT facilities_incident_organisation_id_48740545_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_incident
    ADD CONSTRAINT facilities_incident_person_id_fe49be74_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_incident
    ADD CONSTRAINT facilities_incident_recorded_by_id_52d0ab8b_fk_members_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_incident
    ADD CONSTRAINT facilities_incident_session_id_39c84afa_fk_facilitie FOREIGN KEY (session_id) REFERENCES public.facilities_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_infrastructure
    ADD CONSTRAINT facilities_infrastru_cluster_id_959fb5cb_fk_members_c FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_infrastructure
    ADD CONSTRAINT facilities_infrastru_owner_id_1700af9d_fk_members_o FOREIGN KEY (owner_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_infrastructure
    ADD CONSTRAINT facilities_infrastructure_batch_id_d3d6c2c5_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_loan
    ADD CONSTRAINT facilities_loan_cluster_id_cd144b35_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_loan
    ADD CONSTRAINT facilities_loan_facility_id_cb602007_fk_facilities_facility_id FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_loan
    ADD CONSTRAINT facilities_loan_organisation_id_f0d2071f_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_loan
    ADD CONSTRAINT facilities_loan_person_id_785ef87e_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_opening
    ADD CONSTRAINT facilities_opening_facility_id_b51c975e_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_priceclassmember
    ADD CONSTRAINT facilities_priceclas_organisation_id_c9312090_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_priceclassmember
    ADD CONSTRAINT facilities_priceclas_price_class_id_4ef75299_fk_facilitie FOREIGN KEY (price_class_id) REFERENCES public.facilities_priceclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_priceclass
    ADD CONSTRAINT facilities_priceclass_cluster_id_0d4f8097_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_problem
    ADD CONSTRAINT facilities_problem_facility_id_f59c701a_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_qualification
    ADD CONSTRAINT facilities_qualifica_cluster_id_d87cf622_fk_members_c FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_qualification
    ADD CONSTRAINT facilities_qualifica_granted_by_id_48072b99_fk_members_u FOREIGN KEY (granted_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_qualification
    ADD CONSTRAINT facilities_qualifica_organisation_id_1caf19a7_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_qualification
    ADD CONSTRAINT facilities_qualifica_person_id_85fab976_fk_members_p FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_qualification
    ADD CONSTRAINT facilities_qualification_batch_id_94be4c0e_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_quota
    ADD CONSTRAINT facilities_quota_facility_id_bb9d80bc_fk_facilities_facility_id FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_quota
    ADD CONSTRAINT facilities_quota_price_class_id_f1d4874a_fk_facilitie FOREIGN KEY (price_class_id) REFERENCES public.facilities_priceclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_requirement
    ADD CONSTRAINT facilities_requireme_facility_id_050fe3ef_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_servicerequest
    ADD CONSTRAINT facilities_servicere_cluster_id_e624c9ca_fk_members_c FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_servicerequest
    ADD CONSTRAINT facilities_servicere_facility_id_a1d0bb83_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_servicerequest
    ADD CONSTRAINT facilities_servicere_organisation_id_486a308f_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_servicerequest
    ADD CONSTRAINT facilities_servicere_person_id_4d3f01dc_fk_members_p FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_servicestep
    ADD CONSTRAINT facilities_servicest_request_id_cc3c80c2_fk_facilitie FOREIGN KEY (request_id) REFERENCES public.facilities_servicerequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_servicestep
    ADD CONSTRAINT facilities_servicestep_by_id_295283a7_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_session
    ADD CONSTRAINT facilities_session_batch_id_457fdd8c_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_session
    ADD CONSTRAINT facilities_session_booking_id_7ec9c574_fk_facilities_booking_id FOREIGN KEY (booking_id) REFERENCES public.facilities_booking(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_session
    ADD CONSTRAINT facilities_session_cluster_id_bc9eccde_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_session
    ADD CONSTRAINT facilities_session_facility_id_5916b793_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_session
    ADD CONSTRAINT facilities_session_organisation_id_abae5ad1_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_session_partners
    ADD CONSTRAINT facilities_session_p_organisation_id_576f7286_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_session_partners
    ADD CONSTRAINT facilities_session_p_session_id_f5dfb122_fk_facilitie FOREIGN KEY (session_id) REFERENCES public.facilities_session(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_session
    ADD CONSTRAINT facilities_session_person_id_13647b4f_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_session
    ADD CONSTRAINT facilities_session_price_class_id_8e063154_fk_facilitie FOREIGN KEY (price_class_id) REFERENCES public.facilities_priceclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_session
    ADD CONSTRAINT facilities_session_recorded_by_id_5842c1ee_fk_members_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_tariff
    ADD CONSTRAINT facilities_tariff_facility_id_36f4835c_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_tariff
    ADD CONSTRAINT facilities_tariff_price_class_id_b0adfe34_fk_facilitie FOREIGN KEY (price_class_id) REFERENCES public.facilities_priceclass(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_training
    ADD CONSTRAINT facilities_training_cluster_id_8eb01ed5_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_waiting
    ADD CONSTRAINT facilities_waiting_booking_id_a1e25e54_fk_facilities_booking_id FOREIGN KEY (booking_id) REFERENCES public.facilities_booking(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_waiting
    ADD CONSTRAINT facilities_waiting_cluster_id_fe43cf9b_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_waiting_facilities
    ADD CONSTRAINT facilities_waiting_f_facility_id_da088c38_fk_facilitie FOREIGN KEY (facility_id) REFERENCES public.facilities_facility(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_waiting_facilities
    ADD CONSTRAINT facilities_waiting_f_waiting_id_8ebae642_fk_facilitie FOREIGN KEY (waiting_id) REFERENCES public.facilities_waiting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_waiting
    ADD CONSTRAINT facilities_waiting_organisation_id_5ef362ee_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.facilities_waiting
    ADD CONSTRAINT facilities_waiting_person_id_8c472a9c_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.holds_hold
    ADD CONSTRAINT holds_hold_thing_id_c824d5d7_fk_holds_thing_id FOREIGN KEY (thing_id) REFERENCES public.holds_thing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ledger_line
    ADD CONSTRAINT ledger_line_batch_id_17174b17_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ledger_line
    ADD CONSTRAINT ledger_line_cluster_id_c561c209_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ledger_line
    ADD CONSTRAINT ledger_line_host_id_47f47bff_fk_members_organisation_id FOREIGN KEY (host_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ledger_part
    ADD CONSTRAINT ledger_part_line_id_26bd4633_fk_ledger_line_id FOREIGN KEY (line_id) REFERENCES public.ledger_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ledger_part
    ADD CONSTRAINT ledger_part_organisation_id_c7c9a929_fk_members_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ledger_part
    ADD CONSTRAINT ledger_part_person_id_1ae1bb04_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mail_message
    ADD CONSTRAINT mail_message_cluster_id_a13345c9_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mail_notice
    ADD CONSTRAINT mail_notice_user_id_88899d72_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_agendaitem
    ADD CONSTRAINT meetups_agendaitem_event_id_ce89a91f_fk_meetups_event_id FOREIGN KEY (event_id) REFERENCES public.meetups_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_bookmark
    ADD CONSTRAINT meetups_bookmark_about_id_4df87cbc_fk_meetups_participant_id FOREIGN KEY (about_id) REFERENCES public.meetups_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_bookmark
    ADD CONSTRAINT meetups_bookmark_by_id_3fbbdea4_fk_meetups_participant_id FOREIGN KEY (by_id) REFERENCES public.meetups_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_consentblock
    ADD CONSTRAINT meetups_consentblock_event_id_af35fd64_fk_meetups_event_id FOREIGN KEY (event_id) REFERENCES public.meetups_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_day
    ADD CONSTRAINT meetups_day_event_id_df21ef04_fk_meetups_event_id FOREIGN KEY (event_id) REFERENCES public.meetups_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_event
    ADD CONSTRAINT meetups_event_batch_id_a1a51193_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_event
    ADD CONSTRAINT meetups_event_cluster_id_1267064b_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_event_cohosts
    ADD CONSTRAINT meetups_event_cohost_organisation_id_d69f3240_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_event_cohosts
    ADD CONSTRAINT meetups_event_cohosts_event_id_671e5e91_fk_meetups_event_id FOREIGN KEY (event_id) REFERENCES public.meetups_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_event
    ADD CONSTRAINT meetups_event_created_by_id_422f3f23_fk_members_user_id FOREIGN KEY (created_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_event
    ADD CONSTRAINT meetups_event_host_id_d658180c_fk_members_organisation_id FOREIGN KEY (host_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_event
    ADD CONSTRAINT meetups_event_series_id_1d0a9e4d_fk_meetups_series_id FOREIGN KEY (series_id) REFERENCES public.meetups_series(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_event
    ADD CONSTRAINT meetups_event_successor_id_768ed25a_fk_meetups_event_id FOREIGN KEY (successor_id) REFERENCES public.meetups_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_event_tags
    ADD CONSTRAINT meetups_event_tags_event_id_b4a973d0_fk_meetups_event_id FOREIGN KEY (event_id) REFERENCES public.meetups_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_event_tags
    ADD CONSTRAINT meetups_event_tags_tag_id_fb47a027_fk_members_tag_id FOREIGN KEY (tag_id) REFERENCES public.members_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_followup
    ADD CONSTRAINT meetups_followup_about_id_e95db1a8_fk_meetups_registration_id FOREIGN KEY (about_id) REFERENCES public.meetups_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_followup
    ADD CONSTRAINT meetups_followup_by_id_efaca88e_fk_meetups_registration_id FOREIGN KEY (by_id) REFERENCES public.meetups_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_followup
    ADD CONSTRAINT meetups_followup_event_id_c75ff814_fk_meetups_event_id FOREIGN KEY (event_id) REFERENCES public.meetups_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_interpreter
    ADD CONSTRAINT meetups_interpreter_day_id_282b6050_fk_meetups_day_id FOREIGN KEY (day_id) REFERENCES public.meetups_day(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_interpreter
    ADD CONSTRAINT meetups_interpreter_thing_id_220dd932_fk_holds_thing_id FOREIGN KEY (thing_id) REFERENCES public.holds_thing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_material
    ADD CONSTRAINT meetups_material_event_id_530d578d_fk_meetups_event_id FOREIGN KEY (event_id) REFERENCES public.meetups_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_meeting
    ADD CONSTRAINT meetups_meeting_a_id_62250817_fk_meetups_participant_id FOREIGN KEY (a_id) REFERENCES public.meetups_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_meeting
    ADD CONSTRAINT meetups_meeting_absent_id_e3112b1f_fk_meetups_participant_id FOREIGN KEY (absent_id) REFERENCES public.meetups_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_meeting
    ADD CONSTRAINT meetups_meeting_b_id_e8fecac3_fk_meetups_participant_id FOREIGN KEY (b_id) REFERENCES public.meetups_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_meeting
    ADD CONSTRAINT meetups_meeting_day_id_b2de9634_fk_meetups_day_id FOREIGN KEY (day_id) REFERENCES public.meetups_day(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_meeting
    ADD CONSTRAINT meetups_meeting_interpreter_id_493e3d03_fk_meetups_i FOREIGN KEY (interpreter_id) REFERENCES public.meetups_interpreter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_meeting
    ADD CONSTRAINT meetups_meeting_run_id_602e7bf2_fk_meetups_run_id FOREIGN KEY (run_id) REFERENCES public.meetups_run(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_meeting
    ADD CONSTRAINT meetups_meeting_slot_id_d580117d_fk_meetups_slot_id FOREIGN KEY (slot_id) REFERENCES public.meetups_slot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_meeting
    ADD CONSTRAINT meetups_meeting_successor_id_6fd571f8_fk_meetups_meeting_id FOREIGN KEY (successor_id) REFERENCES public.meetups_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_meeting
    ADD CONSTRAINT meetups_meeting_table_id_b90f227e_fk_meetups_table_id FOREIGN KEY (table_id) REFERENCES public.meetups_table(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_participant
    ADD CONSTRAINT meetups_participant_day_id_dd749528_fk_meetups_day_id FOREIGN KEY (day_id) REFERENCES public.meetups_day(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_participant
    ADD CONSTRAINT meetups_participant_organisation_id_f8215780_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_participant
    ADD CONSTRAINT meetups_participant_person_id_332709f3_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_participant
    ADD CONSTRAINT meetups_participant_registration_id_77d627f2_fk_meetups_r FOREIGN KEY (registration_id) REFERENCES public.meetups_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_privatefeed
    ADD CONSTRAINT meetups_privatefeed_user_id_e77116b2_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_question
    ADD CONSTRAINT meetups_question_event_id_d3bd28e4_fk_meetups_event_id FOREIGN KEY (event_id) REFERENCES public.meetups_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_rating
    ADD CONSTRAINT meetups_rating_registration_id_a8863899_fk_meetups_r FOREIGN KEY (registration_id) REFERENCES public.meetups_registration(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_registration
    ADD CONSTRAINT meetups_registration_event_id_cceb7644_fk_meetups_event_id FOREIGN KEY (event_id) REFERENCES public.meetups_event(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_registration
    ADD CONSTRAINT meetups_registration_organisation_id_a65bd45c_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_registration
    ADD CONSTRAINT meetups_registration_person_id_dafb07a1_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_rule
    ADD CONSTRAINT meetups_rule_a_id_76beff5e_fk_meetups_participant_id FOREIGN KEY (a_id) REFERENCES public.meetups_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_rule
    ADD CONSTRAINT meetups_rule_b_id_1a430e2b_fk_meetups_participant_id FOREIGN KEY (b_id) REFERENCES public.meetups_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_rule
    ADD CONSTRAINT meetups_rule_day_id_ea18fcc7_fk_meetups_day_id FOREIGN KEY (day_id) REFERENCES public.meetups_day(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_rule
    ADD CONSTRAINT meetups_rule_slot_id_8fafe5c6_fk_meetups_slot_id FOREIGN KEY (slot_id) REFERENCES public.meetups_slot(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_run
    ADD CONSTRAINT meetups_run_day_id_08dd8b81_fk_meetups_day_id FOREIGN KEY (day_id) REFERENCES public.meetups_day(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_run
    ADD CONSTRAINT meetups_run_made_by_id_d2262906_fk_members_user_id FOREIGN KEY (made_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_series
    ADD CONSTRAINT meetups_series_cluster_id_12c824ef_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_slot
    ADD CONSTRAINT meetups_slot_day_id_50add446_fk_meetups_day_id FOREIGN KEY (day_id) REFERENCES public.meetups_day(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_table
    ADD CONSTRAINT meetups_table_day_id_681fd92b_fk_meetups_day_id FOREIGN KEY (day_id) REFERENCES public.meetups_day(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_table
    ADD CONSTRAINT meetups_table_thing_id_829e4df2_fk_holds_thing_id FOREIGN KEY (thing_id) REFERENCES public.holds_thing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_wish
    ADD CONSTRAINT meetups_wish_about_id_1c0d3b2e_fk_meetups_participant_id FOREIGN KEY (about_id) REFERENCES public.meetups_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetups_wish
    ADD CONSTRAINT meetups_wish_by_id_85e9bdc9_fk_meetups_participant_id FOREIGN KEY (by_id) REFERENCES public.meetups_participant(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_affiliation
    ADD CONSTRAINT members_affiliation_batch_id_ac839e98_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_affiliation
    ADD CONSTRAINT members_affiliation_organisation_id_18487fd9_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_affiliation
    ADD CONSTRAINT members_affiliation_person_id_dd3aa493_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_apitoken
    ADD CONSTRAINT members_apitoken_user_id_ca4ba6e8_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_batch
    ADD CONSTRAINT members_batch_author_id_5212d279_fk_members_user_id FOREIGN KEY (author_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_batch
    ADD CONSTRAINT members_batch_cluster_id_c3cd87ff_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_change
    ADD CONSTRAINT members_change_batch_id_1aabee74_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_claim
    ADD CONSTRAINT members_claim_cluster_id_68e38c1e_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_claim
    ADD CONSTRAINT members_claim_decided_by_id_2e52f5e3_fk_members_user_id FOREIGN KEY (decided_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_claim
    ADD CONSTRAINT members_claim_organisation_id_7f1ad9ba_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_claim
    ADD CONSTRAINT members_claim_user_id_fa47df62_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_cluster
    ADD CONSTRAINT members_cluster_batch_id_70ba1c9f_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_consent
    ADD CONSTRAINT members_consent_person_id_7ec9f519_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_contactlog
    ADD CONSTRAINT members_contactlog_author_id_7f4e678a_fk_members_user_id FOREIGN KEY (author_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_contactlog
    ADD CONSTRAINT members_contactlog_cluster_id_0f635202_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_contactlog
    ADD CONSTRAINT members_contactlog_organisation_id_2b3b0311_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_customfield
    ADD CONSTRAINT members_customfield_cluster_id_7482c56a_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_disclosure
    ADD CONSTRAINT members_disclosure_person_id_665ee4c6_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_disclosure
    ADD CONSTRAINT members_disclosure_user_id_b6fcf73f_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_invitation
    ADD CONSTRAINT members_invitation_cluster_id_96e019d2_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_invitation
    ADD CONSTRAINT members_invitation_invited_by_id_a777c25b_fk_members_user_id FOREIGN KEY (invited_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_invitation
    ADD CONSTRAINT members_invitation_organisation_id_65b59b5e_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_listing
    ADD CONSTRAINT members_listing_batch_id_a863afb6_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_listing
    ADD CONSTRAINT members_listing_organisation_id_e44498db_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_listing_tags
    ADD CONSTRAINT members_listing_tags_listing_id_b4c6ea69_fk_members_listing_id FOREIGN KEY (listing_id) REFERENCES public.members_listing(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_listing_tags
    ADD CONSTRAINT members_listing_tags_tag_id_7de72985_fk_members_tag_id FOREIGN KEY (tag_id) REFERENCES public.members_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_merge
    ADD CONSTRAINT members_merge_absorbed_id_bff1c081_fk_members_organisation_id FOREIGN KEY (absorbed_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_merge
    ADD CONSTRAINT members_merge_kept_id_90c496ae_fk_members_organisation_id FOREIGN KEY (kept_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_merge
    ADD CONSTRAINT members_merge_merged_by_id_eb63824c_fk_members_user_id FOREIGN KEY (merged_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_note
    ADD CONSTRAINT members_note_author_id_e13dd703_fk_members_user_id FOREIGN KEY (author_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_note
    ADD CONSTRAINT members_note_cluster_id_9e0e65f0_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_note
    ADD CONSTRAINT members_note_organisation_id_ee3daf7d_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_organisation
    ADD CONSTRAINT members_organisation_batch_id_2a9b4857_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_organisation
    ADD CONSTRAINT members_organisation_merged_into_id_f378d29e_fk_members_o FOREIGN KEY (merged_into_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_organisation_tags
    ADD CONSTRAINT members_organisation_organisation_id_5d87f1b7_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_organisation
    ADD CONSTRAINT members_organisation_parent_id_d76c8f70_fk_members_o FOREIGN KEY (parent_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_organisation_tags
    ADD CONSTRAINT members_organisation_tags_tag_id_55f8f08b_fk_members_tag_id FOREIGN KEY (tag_id) REFERENCES public.members_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_person
    ADD CONSTRAINT members_person_batch_id_ed7b075a_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_relation
    ADD CONSTRAINT members_relation_batch_id_3bb1fa43_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_relation
    ADD CONSTRAINT members_relation_cluster_id_a658fa28_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_relation
    ADD CONSTRAINT members_relation_organisation_id_e4272465_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_rolegrant
    ADD CONSTRAINT members_rolegrant_cluster_id_adad2ffa_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_rolegrant
    ADD CONSTRAINT members_rolegrant_organisation_id_b999bacc_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_rolegrant
    ADD CONSTRAINT members_rolegrant_user_id_b3de68f0_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_segment
    ADD CONSTRAINT members_segment_author_id_53dc3050_fk_members_user_id FOREIGN KEY (author_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_segment
    ADD CONSTRAINT members_segment_cluster_id_a68be575_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_staged
    ADD CONSTRAINT members_staged_batch_id_c0d79d36_fk_members_batch_id FOREIGN KEY (batch_id) REFERENCES public.members_batch(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_staged
    ADD CONSTRAINT members_staged_target_id_34832252_fk_members_organisation_id FOREIGN KEY (target_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_task
    ADD CONSTRAINT members_task_assignee_id_e3b2b2f1_fk_members_user_id FOREIGN KEY (assignee_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_task
    ADD CONSTRAINT members_task_author_id_a6c08d0a_fk_members_user_id FOREIGN KEY (author_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_task
    ADD CONSTRAINT members_task_cluster_id_d309d83e_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_task
    ADD CONSTRAINT members_task_organisation_id_4a2928a2_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_user_groups
    ADD CONSTRAINT members_user_groups_group_id_39b83d85_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_user_groups
    ADD CONSTRAINT members_user_groups_user_id_db5cba0f_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_user
    ADD CONSTRAINT members_user_person_id_6f418d1a_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_user_user_permissions
    ADD CONSTRAINT members_user_user_pe_permission_id_5f80148e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.members_user_user_permissions
    ADD CONSTRAINT members_user_user_pe_user_id_3371a207_fk_members_u FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_aim
    ADD CONSTRAINT network_aim_cluster_id_90b4d8f7_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_aim
    ADD CONSTRAINT network_aim_organisation_id_f9bcd7ed_fk_members_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_aim
    ADD CONSTRAINT network_aim_tag_id_fb8458f9_fk_members_tag_id FOREIGN KEY (tag_id) REFERENCES public.members_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_introduction
    ADD CONSTRAINT network_introduction_asked_id_3b1eea88_fk_members_o FOREIGN KEY (asked_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_introduction
    ADD CONSTRAINT network_introduction_asked_person_id_0042aa48_fk_members_p FOREIGN KEY (asked_person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_introduction
    ADD CONSTRAINT network_introduction_asker_id_4daed378_fk_members_o FOREIGN KEY (asker_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_introduction
    ADD CONSTRAINT network_introduction_asker_person_id_943de1c8_fk_members_p FOREIGN KEY (asker_person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_introduction
    ADD CONSTRAINT network_introduction_cluster_id_20d8bbc9_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_outcome
    ADD CONSTRAINT network_outcome_introduction_id_33538646_fk_network_i FOREIGN KEY (introduction_id) REFERENCES public.network_introduction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_outcome
    ADD CONSTRAINT network_outcome_side_id_85468bfa_fk_members_organisation_id FOREIGN KEY (side_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_pathrequest
    ADD CONSTRAINT network_pathrequest_cluster_id_87ca8ec4_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_pathrequest
    ADD CONSTRAINT network_pathrequest_seeker_id_f42943d9_fk_members_o FOREIGN KEY (seeker_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_pathrequest
    ADD CONSTRAINT network_pathrequest_seeker_person_id_7dc6278d_fk_members_p FOREIGN KEY (seeker_person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_pathrequest
    ADD CONSTRAINT network_pathrequest_target_id_1b8954cc_fk_members_o FOREIGN KEY (target_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_pathrequest
    ADD CONSTRAINT network_pathrequest_via_id_5f9ffb6c_fk_members_person_id FOREIGN KEY (via_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_place
    ADD CONSTRAINT network_place_cluster_id_97b507d1_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_place
    ADD CONSTRAINT network_place_introduction_id_6286f453_fk_network_i FOREIGN KEY (introduction_id) REFERENCES public.network_introduction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_place
    ADD CONSTRAINT network_place_organisation_id_31ae30cf_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_portrait
    ADD CONSTRAINT network_portrait_cluster_id_9f08a0d0_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_post
    ADD CONSTRAINT network_post_introduction_id_66faf935_fk_network_i FOREIGN KEY (introduction_id) REFERENCES public.network_introduction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_post
    ADD CONSTRAINT network_post_person_id_0c7295d7_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_post
    ADD CONSTRAINT network_post_side_id_9dd22e90_fk_members_organisation_id FOREIGN KEY (side_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_proposal
    ADD CONSTRAINT network_proposal_introduction_id_84a74e94_fk_network_i FOREIGN KEY (introduction_id) REFERENCES public.network_introduction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_proposal
    ADD CONSTRAINT network_proposal_side_id_604313fd_fk_members_organisation_id FOREIGN KEY (side_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_reading
    ADD CONSTRAINT network_reading_cluster_id_fa4357bc_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_seat
    ADD CONSTRAINT network_seat_cluster_id_4576a027_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_seat
    ADD CONSTRAINT network_seat_organisation_id_d8c12af3_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_seat
    ADD CONSTRAINT network_seat_person_id_bfd1f668_fk_members_person_id FOREIGN KEY (person_id) REFERENCES public.members_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_spot
    ADD CONSTRAINT network_spot_cluster_id_1b8b8386_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_spot
    ADD CONSTRAINT network_spot_organisation_id_6d188d1e_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_withheld
    ADD CONSTRAINT network_withheld_asked_id_6946063a_fk_members_organisation_id FOREIGN KEY (asked_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_withheld
    ADD CONSTRAINT network_withheld_asker_id_0602a159_fk_members_organisation_id FOREIGN KEY (asker_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.network_withheld
    ADD CONSTRAINT network_withheld_cluster_id_2f0c563b_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_attachment
    ADD CONSTRAINT newsroom_attachment_item_id_77fa5a23_fk_newsroom_item_id FOREIGN KEY (item_id) REFERENCES public.newsroom_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_claim
    ADD CONSTRAINT newsroom_claim_cluster_id_496fc056_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_edition
    ADD CONSTRAINT newsroom_edition_approved_by_id_ee8b5e61_fk_members_user_id FOREIGN KEY (approved_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_edition
    ADD CONSTRAINT newsroom_edition_item_id_a43d5af1_fk_newsroom_item_id FOREIGN KEY (item_id) REFERENCES public.newsroom_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_edition
    ADD CONSTRAINT newsroom_edition_written_by_id_7d848997_fk_members_user_id FOREIGN KEY (written_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_item
    ADD CONSTRAINT newsroom_item_cluster_id_ba6a914f_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_item
    ADD CONSTRAINT newsroom_item_created_by_id_b1c9099c_fk_members_user_id FOREIGN KEY (created_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_item_tags
    ADD CONSTRAINT newsroom_item_tags_item_id_4f76d501_fk_newsroom_item_id FOREIGN KEY (item_id) REFERENCES public.newsroom_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_item_tags
    ADD CONSTRAINT newsroom_item_tags_tag_id_76e19f35_fk_members_tag_id FOREIGN KEY (tag_id) REFERENCES public.members_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_link
    ADD CONSTRAINT newsroom_link_cluster_id_47ba7b8a_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_memory
    ADD CONSTRAINT newsroom_memory_cluster_id_12e2365d_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_origin
    ADD CONSTRAINT newsroom_origin_item_id_3a5216b3_fk_newsroom_item_id FOREIGN KEY (item_id) REFERENCES public.newsroom_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_origin
    ADD CONSTRAINT newsroom_origin_of_id_536aedb5_fk_newsroom_item_id FOREIGN KEY (of_id) REFERENCES public.newsroom_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_override
    ADD CONSTRAINT newsroom_override_by_id_9e75a17e_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_override
    ADD CONSTRAINT newsroom_override_edition_id_c64da314_fk_newsroom_edition_id FOREIGN KEY (edition_id) REFERENCES public.newsroom_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_picture
    ADD CONSTRAINT newsroom_picture_item_id_e0fd847b_fk_newsroom_item_id FOREIGN KEY (item_id) REFERENCES public.newsroom_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_pulse
    ADD CONSTRAINT newsroom_pulse_cluster_id_2e390b8b_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_revision
    ADD CONSTRAINT newsroom_revision_by_id_6ac21836_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_revision
    ADD CONSTRAINT newsroom_revision_edition_id_3a3ea9df_fk_newsroom_edition_id FOREIGN KEY (edition_id) REFERENCES public.newsroom_edition(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.newsroom_term
    ADD CONSTRAINT newsroom_term_cluster_id_82ef3b3c_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_actionitem
    ADD CONSTRAINT observatory_actionit_cluster_id_bf863061_fk_members_c FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_actionitem
    ADD CONSTRAINT observatory_actionit_factor_id_37bae80d_fk_observato FOREIGN KEY (factor_id) REFERENCES public.observatory_factor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_actionitem
    ADD CONSTRAINT observatory_actionit_story_id_b3e1311a_fk_observato FOREIGN KEY (story_id) REFERENCES public.observatory_story(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_actionitem
    ADD CONSTRAINT observatory_actionitem_by_id_ae3ac198_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_actionitem
    ADD CONSTRAINT observatory_actionitem_owner_id_10937e83_fk_members_user_id FOREIGN KEY (owner_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_answer
    ADD CONSTRAINT observatory_answer_by_id_bf9743fb_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_answer
    ADD CONSTRAINT observatory_answer_confirms_id_cf64d4ec_fk_observato FOREIGN KEY (confirms_id) REFERENCES public.observatory_answer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_answer
    ADD CONSTRAINT observatory_answer_invitation_id_639a4752_fk_observato FOREIGN KEY (invitation_id) REFERENCES public.observatory_invitation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_answer
    ADD CONSTRAINT observatory_answer_question_id_fd07e5cb_fk_observato FOREIGN KEY (question_id) REFERENCES public.observatory_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_answer
    ADD CONSTRAINT observatory_answer_response_id_b62c501d_fk_observato FOREIGN KEY (response_id) REFERENCES public.observatory_response(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_attachment
    ADD CONSTRAINT observatory_attachme_response_id_afc8b3f0_fk_observato FOREIGN KEY (response_id) REFERENCES public.observatory_response(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_binder
    ADD CONSTRAINT observatory_binder_cluster_id_531f1830_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_coder
    ADD CONSTRAINT observatory_coder_survey_id_e3ece676_fk_observatory_survey_id FOREIGN KEY (survey_id) REFERENCES public.observatory_survey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_coder
    ADD CONSTRAINT observatory_coder_user_id_78589660_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_coding
    ADD CONSTRAINT observatory_coding_coder_id_15d9b79b_fk_observatory_coder_id FOREIGN KEY (coder_id) REFERENCES public.observatory_coder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_coding
    ADD CONSTRAINT observatory_coding_factor_id_6420886e_fk_observatory_factor_id FOREIGN KEY (factor_id) REFERENCES public.observatory_factor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_coding
    ADD CONSTRAINT observatory_coding_surveyed_id_ff14d11c_fk_observato FOREIGN KEY (surveyed_id) REFERENCES public.observatory_surveyed(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_criterion
    ADD CONSTRAINT observatory_criterio_binder_id_0a257f6b_fk_observato FOREIGN KEY (binder_id) REFERENCES public.observatory_binder(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_employmenttable
    ADD CONSTRAINT observatory_employme_cluster_id_218db5e4_fk_members_c FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_employment
    ADD CONSTRAINT observatory_employme_table_id_f1a587a1_fk_observato FOREIGN KEY (table_id) REFERENCES public.observatory_employmenttable(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_employmenttable
    ADD CONSTRAINT observatory_employmenttable_by_id_c1a71552_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_evidence
    ADD CONSTRAINT observatory_evidence_by_id_5d230862_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_evidence
    ADD CONSTRAINT observatory_evidence_criterion_id_aa87d153_fk_observato FOREIGN KEY (criterion_id) REFERENCES public.observatory_criterion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_factor
    ADD CONSTRAINT observatory_factor_survey_id_b25e692c_fk_observatory_survey_id FOREIGN KEY (survey_id) REFERENCES public.observatory_survey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_instrument
    ADD CONSTRAINT observatory_instrume_survey_id_e9170bec_fk_observato FOREIGN KEY (survey_id) REFERENCES public.observatory_survey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_invitation
    ADD CONSTRAINT observatory_invitati_response_id_3698c666_fk_observato FOREIGN KEY (response_id) REFERENCES public.observatory_response(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_query
    ADD CONSTRAINT observatory_query_by_id_fe48dcc2_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_query
    ADD CONSTRAINT observatory_query_question_id_f41ea158_fk_observato FOREIGN KEY (question_id) REFERENCES public.observatory_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_query
    ADD CONSTRAINT observatory_query_response_id_d85961b6_fk_observato FOREIGN KEY (response_id) REFERENCES public.observatory_response(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_question
    ADD CONSTRAINT observatory_question_instrument_id_085c4214_fk_observato FOREIGN KEY (instrument_id) REFERENCES public.observatory_instrument(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_question
    ADD CONSTRAINT observatory_question_only_if_id_6c99a8a0_fk_observato FOREIGN KEY (only_if_id) REFERENCES public.observatory_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_response
    ADD CONSTRAINT observatory_response_approved_by_id_50735e28_fk_members_user_id FOREIGN KEY (approved_by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_response
    ADD CONSTRAINT observatory_response_surveyed_id_f95ef17b_fk_observato FOREIGN KEY (surveyed_id) REFERENCES public.observatory_surveyed(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_response
    ADD CONSTRAINT observatory_response_wave_id_2cb5350f_fk_observatory_wave_id FOREIGN KEY (wave_id) REFERENCES public.observatory_wave(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_ruling
    ADD CONSTRAINT observatory_ruling_by_id_b4cf9096_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_ruling
    ADD CONSTRAINT observatory_ruling_factor_id_adc395e6_fk_observatory_factor_id FOREIGN KEY (factor_id) REFERENCES public.observatory_factor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_ruling
    ADD CONSTRAINT observatory_ruling_surveyed_id_14bd7df3_fk_observato FOREIGN KEY (surveyed_id) REFERENCES public.observatory_surveyed(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_service
    ADD CONSTRAINT observatory_service_cluster_id_0cd21a60_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_serviceuse
    ADD CONSTRAINT observatory_serviceu_organisation_id_2053d83b_fk_members_o FOREIGN KEY (organisation_id) REFERENCES public.members_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_serviceuse
    ADD CONSTRAINT observatory_serviceu_service_id_0e53c375_fk_observato FOREIGN KEY (service_id) REFERENCES public.observatory_service(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_serviceuse
    ADD CONSTRAINT observatory_serviceuse_by_id_d36bb17d_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_story_factors
    ADD CONSTRAINT observatory_story_fa_factor_id_7dc6a85b_fk_observato FOREIGN KEY (factor_id) REFERENCES public.observatory_factor(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_story_factors
    ADD CONSTRAINT observatory_story_fa_story_id_2f9d8b40_fk_observato FOREIGN KEY (story_id) REFERENCES public.observatory_story(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_story
    ADD CONSTRAINT observatory_story_surveyed_id_50944772_fk_observato FOREIGN KEY (surveyed_id) REFERENCES public.observatory_surveyed(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_survey
    ADD CONSTRAINT observatory_survey_cluster_id_5581d9e7_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_surveyed
    ADD CONSTRAINT observatory_surveyed_cluster_id_0ff0e356_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_surveyed
    ADD CONSTRAINT observatory_surveyed_survey_id_dd0e2a6a_fk_observato FOREIGN KEY (survey_id) REFERENCES public.observatory_survey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_wave
    ADD CONSTRAINT observatory_wave_instrument_id_73329916_fk_observato FOREIGN KEY (instrument_id) REFERENCES public.observatory_instrument(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.observatory_wave
    ADD CONSTRAINT observatory_wave_survey_id_f8caaf1f_fk_observatory_survey_id FOREIGN KEY (survey_id) REFERENCES public.observatory_survey(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.portal_oldaddress
    ADD CONSTRAINT portal_oldaddress_cluster_id_05794f75_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.portal_oldaddress
    ADD CONSTRAINT portal_oldaddress_item_id_45b2e499_fk_newsroom_item_id FOREIGN KEY (item_id) REFERENCES public.newsroom_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.portal_policy
    ADD CONSTRAINT portal_policy_by_id_5cc5d34e_fk_members_user_id FOREIGN KEY (by_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.portal_policy
    ADD CONSTRAINT portal_policy_cluster_id_c9e01519_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.portal_reader
    ADD CONSTRAINT portal_reader_item_id_c9387c77_fk_newsroom_item_id FOREIGN KEY (item_id) REFERENCES public.newsroom_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.portal_site
    ADD CONSTRAINT portal_site_cluster_id_ec9e0ebd_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.portal_subscription
    ADD CONSTRAINT portal_subscription_cluster_id_1d3aa0aa_fk_members_cluster_id FOREIGN KEY (cluster_id) REFERENCES public.members_cluster(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.portal_views
    ADD CONSTRAINT portal_views_item_id_3e509a0a_fk_newsroom_item_id FOREIGN KEY (item_id) REFERENCES public.newsroom_item(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_user_id_8146e70c_fk_members_user_id FOREIGN KEY (user_id) REFERENCES public.members_user(id) DEFERRABLE INITIALLY DEFERRED;
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
INSERT INTO public.django_content_type VALUES (1, 'pghistory', 'events');
INSERT INTO public.django_content_type VALUES (2, 'pghistory', 'middlewareevents');
INSERT INTO public.django_content_type VALUES (3, 'members', 'consent');
INSERT INTO public.django_content_type VALUES (4, 'members', 'tag');
INSERT INTO public.django_content_type VALUES (5, 'members', 'user');
INSERT INTO public.django_content_type VALUES (6, 'members', 'batch');
INSERT INTO public.django_content_type VALUES (7, 'members', 'change');
INSERT INTO public.django_content_type VALUES (8, 'members', 'cluster');
INSERT INTO public.django_content_type VALUES (9, 'members', 'organisation');
INSERT INTO public.django_content_type VALUES (10, 'members', 'note');
INSERT INTO public.django_content_type VALUES (11, 'members', 'merge');
INSERT INTO public.django_content_type VALUES (12, 'members', 'invitation');
INSERT INTO public.django_content_type VALUES (13, 'members', 'contactlog');
INSERT INTO public.django_content_type VALUES (14, 'members', 'affiliation');
INSERT INTO public.django_content_type VALUES (15, 'members', 'organisationevent');
INSERT INTO public.django_content_type VALUES (16, 'members', 'person');
INSERT INTO public.django_content_type VALUES (17, 'members', 'disclosure');
INSERT INTO public.django_content_type VALUES (18, 'members', 'consentevent');
INSERT INTO public.django_content_type VALUES (19, 'members', 'affiliationevent');
INSERT INTO public.django_content_type VALUES (20, 'members', 'personevent');
INSERT INTO public.django_content_type VALUES (21, 'members', 'relation');
INSERT INTO public.django_content_type VALUES (22, 'members', 'relationevent');
INSERT INTO public.django_content_type VALUES (23, 'members', 'rolegrant');
INSERT INTO public.django_content_type VALUES (24, 'members', 'rolegrantevent');
INSERT INTO public.django_content_type VALUES (25, 'members', 'segment');
INSERT INTO public.django_content_type VALUES (26, 'members', 'staged');
INSERT INTO public.django_content_type VALUES (27, 'members', 'listing');
INSERT INTO public.django_content_type VALUES (28, 'members', 'task');
INSERT INTO public.django_content_type VALUES (29, 'members', 'customfield');
INSERT INTO public.django_content_type VALUES (30, 'members', 'claim');
INSERT INTO public.django_content_type VALUES (31, 'members', 'apitoken');
INSERT INTO public.django_content_type VALUES (32, 'ledger', 'erased');
INSERT INTO public.django_content_type VALUES (33, 'ledger', 'line');
INSERT INTO public.django_content_type VALUES (34, 'ledger', 'part');
INSERT INTO public.django_content_type VALUES (35, 'mail', 'message');
INSERT INTO public.django_content_type VALUES (36, 'mail', 'notice');
INSERT INTO public.django_content_type VALUES (37, 'mail', 'preference');
INSERT INTO public.django_content_type VALUES (38, 'mail', 'tap');
INSERT INTO public.django_content_type VALUES (39, 'mail', 'unreachable');
INSERT INTO public.django_content_type VALUES (40, 'claims', 'figure');
INSERT INTO public.django_content_type VALUES (41, 'holds', 'thing');
INSERT INTO public.django_content_type VALUES (42, 'holds', 'hold');
INSERT INTO public.django_content_type VALUES (43, 'meetups', 'event');
INSERT INTO public.django_content_type VALUES (44, 'meetups', 'day');
INSERT INTO public.django_content_type VALUES (45, 'meetups', 'consentblock');
INSERT INTO public.django_content_type VALUES (46, 'meetups', 'agendaitem');
INSERT INTO public.django_content_type VALUES (47, 'meetups', 'interpreter');
INSERT INTO public.django_content_type VALUES (48, 'meetups', 'material');
INSERT INTO public.django_content_type VALUES (49, 'meetups', 'participant');
INSERT INTO public.django_content_type VALUES (50, 'meetups', 'bookmark');
INSERT INTO public.django_content_type VALUES (51, 'meetups', 'privatefeed');
INSERT INTO public.django_content_type VALUES (52, 'meetups', 'question');
INSERT INTO public.django_content_type VALUES (53, 'meetups', 'registration');
INSERT INTO public.django_content_type VALUES (54, 'meetups', 'rating');
INSERT INTO public.django_content_type VALUES (55, 'meetups', 'participantevent');
INSERT INTO public.django_content_type VALUES (56, 'meetups', 'followup');
INSERT INTO public.django_content_type VALUES (57, 'meetups', 'registrationevent');
INSERT INTO public.django_content_type VALUES (58, 'meetups', 'run');
INSERT INTO public.django_content_type VALUES (59, 'meetups', 'series');
INSERT INTO public.django_content_type VALUES (60, 'meetups', 'eventevent');
INSERT INTO public.django_content_type VALUES (61, 'meetups', 'slot');
INSERT INTO public.django_content_type VALUES (62, 'meetups', 'rule');
INSERT INTO public.django_content_type VALUES (63, 'meetups', 'meeting');
INSERT INTO public.django_content_type VALUES (64, 'meetups', 'table');
INSERT INTO public.django_content_type VALUES (65, 'meetups', 'meetingevent');
INSERT INTO public.django_content_type VALUES (66, 'meetups', 'wish');
INSERT INTO public.django_content_type VALUES (67, 'facilities', 'bookingseries');
INSERT INTO public.django_content_type VALUES (68, 'facilities', 'booking');
INSERT INTO public.django_content_type VALUES (69, 'facilities', 'charge');
INSERT INTO public.django_content_type VALUES (70, 'facilities', 'credit');
INSERT INTO public.django_content_type VALUES (71, 'facilities', 'creditevent');
INSERT INTO public.django_content_type VALUES (72, 'facilities', 'credituse');
INSERT INTO public.django_content_type VALUES (73, 'facilities', 'facility');
INSERT INTO public.django_content_type VALUES (74, 'facilities', 'closure');
INSERT INTO public.django_content_type VALUES (75, 'facilities', 'bookingitem');
INSERT INTO public.django_content_type VALUES (76, 'facilities', 'facilityevent');
INSERT INTO public.django_content_type VALUES (77, 'facilities', 'facilitypair');
INSERT INTO public.django_content_type VALUES (78, 'facilities', 'infrastructure');
INSERT INTO public.django_content_type VALUES (79, 'facilities', 'loan');
INSERT INTO public.django_content_type VALUES (80, 'facilities', 'loanevent');
INSERT INTO public.django_content_type VALUES (81, 'facilities', 'opening');
INSERT INTO public.django_content_type VALUES (82, 'facilities', 'priceclass');
INSERT INTO public.django_content_type VALUES (83, 'facilities', 'bookingevent');
INSERT INTO public.django_content_type VALUES (84, 'facilities', 'priceclassmember');
INSERT INTO public.django_content_type VALUES (85, 'facilities', 'problem');
INSERT INTO public.django_content_type VALUES (86, 'facilities', 'qualification');
INSERT INTO public.django_content_type VALUES (87, 'facilities', 'qualificationevent');
INSERT INTO public.django_content_type VALUES (88, 'facilities', 'quota');
INSERT INTO public.django_content_type VALUES (89, 'facilities', 'requirement');
INSERT INTO public.django_content_type VALUES (90, 'facilities', 'servicerequest');
INSERT INTO public.django_content_type VALUES (91, 'facilities', 'servicerequestevent');
INSERT INTO public.django_content_type VALUES (92, 'facilities', 'servicestep');
INSERT INTO public.django_content_type VALUES (93, 'facilities', 'session');
INSERT INTO public.django_content_type VALUES (94, 'facilities', 'incident');
INSERT INTO public.django_content_type VALUES (95, 'facilities', 'chargeevent');
INSERT INTO public.django_content_type VALUES (96, 'facilities', 'sessionevent');
INSERT INTO public.django_content_type VALUES (97, 'facilities', 'tariff');
INSERT INTO public.django_content_type VALUES (98, 'facilities', 'training');
INSERT INTO public.django_content_type VALUES (99, 'facilities', 'waiting');
INSERT INTO public.django_content_type VALUES (100, 'network', 'bookmark');
INSERT INTO public.django_content_type VALUES (101, 'network', 'introduction');
INSERT INTO public.django_content_type VALUES (102, 'network', 'outcome');
INSERT INTO public.django_content_type VALUES (103, 'network', 'pathrequest');
INSERT INTO public.django_content_type VALUES (104, 'network', 'place');
INSERT INTO public.django_content_type VALUES (105, 'network', 'post');
INSERT INTO public.django_content_type VALUES (106, 'network', 'proposal');
INSERT INTO public.django_content_type VALUES (107, 'network', 'reading');
INSERT INTO public.django_content_type VALUES (108, 'network', 'seat');
INSERT INTO public.django_content_type VALUES (109, 'network', 'spot');
INSERT INTO public.django_content_type VALUES (110, 'network', 'tie');
INSERT INTO public.django_content_type VALUES (111, 'network', 'portrait');
INSERT INTO public.django_content_type VALUES (112, 'network', 'aim');
INSERT INTO public.django_content_type VALUES (113, 'network', 'withheld');
INSERT INTO public.django_content_type VALUES (114, 'observatory', 'survey');
INSERT INTO public.django_content_type VALUES (115, 'observatory', 'factor');
INSERT INTO public.django_content_type VALUES (116, 'observatory', 'coder');
INSERT INTO public.django_content_type VALUES (117, 'observatory', 'surveyed');
INSERT INTO public.django_content_type VALUES (118, 'observatory', 'story');
INSERT INTO public.django_content_type VALUES (119, 'observatory', 'ruling');
INSERT INTO public.django_content_type VALUES (120, 'observatory', 'coding');
INSERT INTO public.django_content_type VALUES (121, 'observatory', 'instrument');
INSERT INTO public.django_content_type VALUES (122, 'observatory', 'question');
INSERT INTO public.django_content_type VALUES (123, 'observatory', 'response');
INSERT INTO public.django_content_type VALUES (124, 'observatory', 'query');
INSERT INTO public.django_content_type VALUES (125, 'observatory', 'invitation');
INSERT INTO public.django_content_type VALUES (126, 'observatory', 'answer');
INSERT INTO public.django_content_type VALUES (127, 'observatory', 'wave');
INSERT INTO public.django_content_type VALUES (128, 'observatory', 'binder');
INSERT INTO public.django_content_type VALUES (129, 'observatory', 'criterion');
INSERT INTO public.django_content_type VALUES (130, 'observatory', 'evidence');
INSERT INTO public.django_content_type VALUES (131, 'observatory', 'actionitem');
INSERT INTO public.django_content_type VALUES (132, 'observatory', 'employmenttable');
INSERT INTO public.django_content_type VALUES (133, 'observatory', 'employment');
INSERT INTO public.django_content_type VALUES (134, 'observatory', 'service');
INSERT INTO public.django_content_type VALUES (135, 'observatory', 'serviceuse');
INSERT INTO public.django_content_type VALUES (136, 'observatory', 'attachment');
INSERT INTO public.django_content_type VALUES (137, 'newsroom', 'claim');
INSERT INTO public.django_content_type VALUES (138, 'newsroom', 'claimevent');
INSERT INTO public.django_content_type VALUES (139, 'newsroom', 'edition');
INSERT INTO public.django_content_type VALUES (140, 'newsroom', 'item');
INSERT INTO public.django_content_type VALUES (141, 'newsroom', 'editionevent');
INSERT INTO public.django_content_type VALUES (142, 'newsroom', 'attachment');
INSERT INTO public.django_content_type VALUES (143, 'newsroom', 'memory');
INSERT INTO public.django_content_type VALUES (144, 'newsroom', 'origin');
INSERT INTO public.django_content_type VALUES (145, 'newsroom', 'override');
INSERT INTO public.django_content_type VALUES (146, 'newsroom', 'picture');
INSERT INTO public.django_content_type VALUES (147, 'newsroom', 'revision');
INSERT INTO public.django_content_type VALUES (148, 'newsroom', 'term');
INSERT INTO public.django_content_type VALUES (149, 'newsroom', 'pulse');
INSERT INTO public.django_content_type VALUES (150, 'newsroom', 'link');
INSERT INTO public.django_content_type VALUES (151, 'portal', 'views');
INSERT INTO public.django_content_type VALUES (152, 'portal', 'reader');
INSERT INTO public.django_content_type VALUES (153, 'portal', 'subscription');
INSERT INTO public.django_content_type VALUES (154, 'portal', 'policy');
INSERT INTO public.django_content_type VALUES (155, 'portal', 'oldaddress');
INSERT INTO public.django_content_type VALUES (156, 'portal', 'site');
INSERT INTO public.django_content_type VALUES (157, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (158, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (159, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (160, 'sessions', 'session');
INSERT INTO public.django_content_type VALUES (161, 'account', 'emailaddress');
INSERT INTO public.django_content_type VALUES (162, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type VALUES (163, 'mfa', 'authenticator');
INSERT INTO public.django_content_type VALUES (164, 'socialaccount', 'socialaccount');
INSERT INTO public.django_content_type VALUES (165, 'socialaccount', 'socialapp');
INSERT INTO public.django_content_type VALUES (166, 'socialaccount', 'socialtoken');
INSERT INTO public.django_content_type VALUES (167, 'pghistory', 'context');
INSERT INTO public.django_content_type VALUES (168, 'procrastinate', 'procrastinateevent');
INSERT INTO public.django_content_type VALUES (169, 'procrastinate', 'procrastinatejob');
INSERT INTO public.django_content_type VALUES (170, 'procrastinate', 'procrastinateperiodicdefer');
INSERT INTO public.django_content_type VALUES (171, 'procrastinate', 'procrastinateworker');
INSERT INTO public.auth_permission VALUES (1, 'Can add consent', 3, 'add_consent');
INSERT INTO public.auth_permission VALUES (2, 'Can change consent', 3, 'change_consent');
INSERT INTO public.auth_permission VALUES (3, 'Can delete consent', 3, 'delete_consent');
INSERT INTO public.auth_permission VALUES (4, 'Can view consent', 3, 'view_consent');
INSERT INTO public.auth_permission VALUES (5, 'Can add tag', 4, 'add_tag');
INSERT INTO public.auth_permission VALUES (6, 'Can change tag', 4, 'change_tag');
INSERT INTO public.auth_permission VALUES (7, 'Can delete tag', 4, 'delete_tag');
INSERT INTO public.auth_permission VALUES (8, 'Can view tag', 4, 'view_tag');
INSERT INTO public.auth_permission VALUES (9, 'Can add user', 5, 'add_user');
INSERT INTO public.auth_permission VALUES (10, 'Can change user', 5, 'change_user');
INSERT INTO public.auth_permission VALUES (11, 'Can delete user', 5, 'delete_user');
INSERT INTO public.auth_permission VALUES (12, 'Can view user', 5, 'view_user');
INSERT INTO public.auth_permission VALUES (13, 'Can add batch', 6, 'add_batch');
INSERT INTO public.auth_permission VALUES (14, 'Can change batch', 6, 'change_batch');
INSERT INTO public.auth_permission VALUES (15, 'Can delete batch', 6, 'delete_batch');
INSERT INTO public.auth_permission VALUES (16, 'Can view batch', 6, 'view_batch');
INSERT INTO public.auth_permission VALUES (17, 'Can add change', 7, 'add_change');
INSERT INTO public.auth_permission VALUES (18, 'Can change change', 7, 'change_change');
INSERT INTO public.auth_permission VALUES (19, 'Can delete change', 7, 'delete_change');
INSERT INTO public.auth_permission VALUES (20, 'Can view change', 7, 'view_change');
INSERT INTO public.auth_permission VALUES (21, 'Can add cluster', 8, 'add_cluster');
INSERT INTO public.auth_permission VALUES (22, 'Can change cluster', 8, 'change_cluster');
INSERT INTO public.auth_permission VALUES (23, 'Can delete cluster', 8, 'delete_cluster');
INSERT INTO public.auth_permission VALUES (24, 'Can view cluster', 8, 'view_cluster');
INSERT INTO public.auth_permission VALUES (25, 'Can add organisation', 9, 'add_organisation');
INSERT INTO public.auth_permission VALUES (26, 'Can change organisation', 9, 'change_organisation');
INSERT INTO public.auth_permission VALUES (27, 'Can delete organisation', 9, 'delete_organisation');
INSERT INTO public.auth_permission VALUES (28, 'Can view organisation', 9, 'view_organisation');
INSERT INTO public.auth_permission VALUES (29, 'Can add note', 10, 'add_note');
INSERT INTO public.auth_permission VALUES (30, 'Can change note', 10, 'change_note');
INSERT INTO public.auth_permission VALUES (31, 'Can delete note', 10, 'delete_note');
INSERT INTO public.auth_permission VALUES (32, 'Can view note', 10, 'view_note');
INSERT INTO public.auth_permission VALUES (33, 'Can add merge', 11, 'add_merge');
INSERT INTO public.auth_permission VALUES (34, 'Can change merge', 11, 'change_merge');
INSERT INTO public.auth_permission VALUES (35, 'Can delete merge', 11, 'delete_merge');
INSERT INTO public.auth_permission VALUES (36, 'Can view merge', 11, 'view_merge');
INSERT INTO public.auth_permission VALUES (37, 'Can add invitation', 12, 'add_invitation');
INSERT INTO public.auth_permission VALUES (38, 'Can change invitation', 12, 'change_invitation');
INSERT INTO public.auth_permission VALUES (39, 'Can delete invitation', 12, 'delete_invitation');
INSERT INTO public.auth_permission VALUES (40, 'Can view invitation', 12, 'view_invitation');
INSERT INTO public.auth_permission VALUES (41, 'Can add contact log', 13, 'add_contactlog');
INSERT INTO public.auth_permission VALUES (42, 'Can change contact log', 13, 'change_contactlog');
INSERT INTO public.auth_permission VALUES (43, 'Can delete contact log', 13, 'delete_contactlog');
INSERT INTO public.auth_permission VALUES (44, 'Can view contact log', 13, 'view_contactlog');
INSERT INTO public.auth_permission VALUES (45, 'Can add affiliation', 14, 'add_affiliation');
INSERT INTO public.auth_permission VALUES (46, 'Can change affiliation', 14, 'change_affiliation');
INSERT INTO public.auth_permission VALUES (47, 'Can delete affiliation', 14, 'delete_affiliation');
INSERT INTO public.auth_permission VALUES (48, 'Can view affiliation', 14, 'view_affiliation');
INSERT INTO public.auth_permission VALUES (49, 'Can add organisation event', 15, 'add_organisationevent');
INSERT INTO public.auth_permission VALUES (50, 'Can change organisation event', 15, 'change_organisationevent');
INSERT INTO public.auth_permission VALUES (51, 'Can delete organisation event', 15, 'delete_organisationevent');
INSERT INTO public.auth_permission VALUES (52, 'Can view organisation event', 15, 'view_organisationevent');
INSERT INTO public.auth_permission VALUES (53, 'Can add person', 16, 'add_person');
INSERT INTO public.auth_permission VALUES (54, 'Can change person', 16, 'change_person');
INSERT INTO public.auth_permission VALUES (55, 'Can delete person', 16, 'delete_person');
INSERT INTO public.auth_permission VALUES (56, 'Can view person', 16, 'view_person');
INSERT INTO public.auth_permission VALUES (57, 'Can add disclosure', 17, 'add_disclosure');
INSERT INTO public.auth_permission VALUES (58, 'Can change disclosure', 17, 'change_disclosure');
INSERT INTO public.auth_permission VALUES (59, 'Can delete disclosure', 17, 'delete_disclosure');
INSERT INTO public.auth_permission VALUES (60, 'Can view disclosure', 17, 'view_disclosure');
INSERT INTO public.auth_permission VALUES (61, 'Can add consent event', 18, 'add_consentevent');
INSERT INTO public.auth_permission VALUES (62, 'Can change consent event', 18, 'change_consentevent');
INSERT INTO public.auth_permission VALUES (63, 'Can delete consent event', 18, 'delete_consentevent');
INSERT INTO public.auth_permission VALUES (64, 'Can view consent event', 18, 'view_consentevent');
INSERT INTO public.auth_permission VALUES (65, 'Can add affiliation event', 19, 'add_affiliationevent');
INSERT INTO public.auth_permission VALUES (66, 'Can change affiliation event', 19, 'change_affiliationevent');
INSERT INTO public.auth_permission VALUES (67, 'Can delete affiliation event', 19, 'delete_affiliationevent');
INSERT INTO public.auth_permission VALUES (68, 'Can view affiliation event', 19, 'view_affiliationevent');
INSERT INTO public.auth_permission VALUES (69, 'Can add person event', 20, 'add_personevent');
INSERT INTO public.auth_permission VALUES (70, 'Can change person event', 20, 'change_personevent');
INSERT INTO public.auth_permission VALUES (71, 'Can delete person event', 20, 'delete_personevent');
INSERT INTO public.auth_permission VALUES (72, 'Can view person event', 20, 'view_personevent');
INSERT INTO public.auth_permission VALUES (73, 'Can add relation', 21, 'add_relation');
INSERT INTO public.auth_permission VALUES (74, 'Can change relation', 21, 'change_relation');
INSERT INTO public.auth_permission VALUES (75, 'Can delete relation', 21, 'delete_relation');
INSERT INTO public.auth_permission VALUES (76, 'Can view relation', 21, 'view_relation');
INSERT INTO public.auth_permission VALUES (77, 'Can add relation event', 22, 'add_relationevent');
INSERT INTO public.auth_permission VALUES (78, 'Can change relation event', 22, 'change_relationevent');
INSERT INTO public.auth_permission VALUES (79, 'Can delete relation event', 22, 'delete_relationevent');
INSERT INTO public.auth_permission VALUES (80, 'Can view relation event', 22, 'view_relationevent');
INSERT INTO public.auth_permission VALUES (81, 'Can add role grant', 23, 'add_rolegrant');
INSERT INTO public.auth_permission VALUES (82, 'Can change role grant', 23, 'change_rolegrant');
INSERT INTO public.auth_permission VALUES (83, 'Can delete role grant', 23, 'delete_rolegrant');
INSERT INTO public.auth_permission VALUES (84, 'Can view role grant', 23, 'view_rolegrant');
INSERT INTO public.auth_permission VALUES (85, 'Can add role grant event', 24, 'add_rolegrantevent');
INSERT INTO public.auth_permission VALUES (86, 'Can change role grant event', 24, 'change_rolegrantevent');
INSERT INTO public.auth_permission VALUES (87, 'Can delete role grant event', 24, 'delete_rolegrantevent');
INSERT INTO public.auth_permission VALUES (88, 'Can view role grant event', 24, 'view_rolegrantevent');
INSERT INTO public.auth_permission VALUES (89, 'Can add segment', 25, 'add_segment');
INSERT INTO public.auth_permission VALUES (90, 'Can change segment', 25, 'change_segment');
INSERT INTO public.auth_permission VALUES (91, 'Can delete segment', 25, 'delete_segment');
INSERT INTO public.auth_permission VALUES (92, 'Can view segment', 25, 'view_segment');
INSERT INTO public.auth_permission VALUES (93, 'Can add staged', 26, 'add_staged');
INSERT INTO public.auth_permission VALUES (94, 'Can change staged', 26, 'change_staged');
INSERT INTO public.auth_permission VALUES (95, 'Can delete staged', 26, 'delete_staged');
INSERT INTO public.auth_permission VALUES (96, 'Can view staged', 26, 'view_staged');
INSERT INTO public.auth_permission VALUES (97, 'Can add listing', 27, 'add_listing');
INSERT INTO public.auth_permission VALUES (98, 'Can change listing', 27, 'change_listing');
INSERT INTO public.auth_permission VALUES (99, 'Can delete listing', 27, 'delete_listing');
INSERT INTO public.auth_permission VALUES (100, 'Can view listing', 27, 'view_listing');
INSERT INTO public.auth_permission VALUES (101, 'Can add task', 28, 'add_task');
INSERT INTO public.auth_permission VALUES (102, 'Can change task', 28, 'change_task');
INSERT INTO public.auth_permission VALUES (103, 'Can delete task', 28, 'delete_task');
INSERT INTO public.auth_permission VALUES (104, 'Can view task', 28, 'view_task');
INSERT INTO public.auth_permission VALUES (105, 'Can add custom field', 29, 'add_customfield');
INSERT INTO public.auth_permission VALUES (106, 'Can change custom field', 29, 'change_customfield');
INSERT INTO public.auth_permission VALUES (107, 'Can delete custom field', 29, 'delete_customfield');
INSERT INTO public.auth_permission VALUES (108, 'Can view custom field', 29, 'view_customfield');
INSERT INTO public.auth_permission VALUES (109, 'Can add claim', 30, 'add_claim');
INSERT INTO public.auth_permission VALUES (110, 'Can change claim', 30, 'change_claim');
INSERT INTO public.auth_permission VALUES (111, 'Can delete claim', 30, 'delete_claim');
INSERT INTO public.auth_permission VALUES (112, 'Can view claim', 30, 'view_claim');
INSERT INTO public.auth_permission VALUES (113, 'Can add api token', 31, 'add_apitoken');
INSERT INTO public.auth_permission VALUES (114, 'Can change api token', 31, 'change_apitoken');
INSERT INTO public.auth_permission VALUES (115, 'Can delete api token', 31, 'delete_apitoken');
INSERT INTO public.auth_permission VALUES (116, 'Can view api token', 31, 'view_apitoken');
INSERT INTO public.auth_permission VALUES (117, 'Can add erased', 32, 'add_erased');
INSERT INTO public.auth_permission VALUES (118, 'Can change erased', 32, 'change_erased');
INSERT INTO public.auth_permission VALUES (119, 'Can delete erased', 32, 'delete_erased');
INSERT INTO public.auth_permission VALUES (120, 'Can view erased', 32, 'view_erased');
INSERT INTO public.auth_permission VALUES (121, 'Can add line', 33, 'add_line');
INSERT INTO public.auth_permission VALUES (122, 'Can change line', 33, 'change_line');
INSERT INTO public.auth_permission VALUES (123, 'Can delete line', 33, 'delete_line');
INSERT INTO public.auth_permission VALUES (124, 'Can view line', 33, 'view_line');
INSERT INTO public.auth_permission VALUES (125, 'Can add part', 34, 'add_part');
INSERT INTO public.auth_permission VALUES (126, 'Can change part', 34, 'change_part');
INSERT INTO public.auth_permission VALUES (127, 'Can delete part', 34, 'delete_part');
INSERT INTO public.auth_permission VALUES (128, 'Can view part', 34, 'view_part');
INSERT INTO public.auth_permission VALUES (129, 'Can add message', 35, 'add_message');
INSERT INTO public.auth_permission VALUES (130, 'Can change message', 35, 'change_message');
INSERT INTO public.auth_permission VALUES (131, 'Can delete message', 35, 'delete_message');
INSERT INTO public.auth_permission VALUES (132, 'Can view message', 35, 'view_message');
INSERT INTO public.auth_permission VALUES (133, 'Can add notice', 36, 'add_notice');
INSERT INTO public.auth_permission VALUES (134, 'Can change notice', 36, 'change_notice');
INSERT INTO public.auth_permission VALUES (135, 'Can delete notice', 36, 'delete_notice');
INSERT INTO public.auth_permission VALUES (136, 'Can view notice', 36, 'view_notice');
INSERT INTO public.auth_permission VALUES (137, 'Can add preference', 37, 'add_preference');
INSERT INTO public.auth_permission VALUES (138, 'Can change preference', 37, 'change_preference');
INSERT INTO public.auth_permission VALUES (139, 'Can delete preference', 37, 'delete_preference');
INSERT INTO public.auth_permission VALUES (140, 'Can view preference', 37, 'view_preference');
INSERT INTO public.auth_permission VALUES (141, 'Can add tap', 38, 'add_tap');
INSERT INTO public.auth_permission VALUES (142, 'Can change tap', 38, 'change_tap');
INSERT INTO public.auth_permission VALUES (143, 'Can delete tap', 38, 'delete_tap');
INSERT INTO public.auth_permission VALUES (144, 'Can view tap', 38, 'view_tap');
INSERT INTO public.auth_permission VALUES (145, 'Can add unreachable', 39, 'add_unreachable');
INSERT INTO public.auth_permission VALUES (146, 'Can change unreachable', 39, 'change_unreachable');
INSERT INTO public.auth_permission VALUES (147, 'Can delete unreachable', 39, 'delete_unreachable');
INSERT INTO public.auth_permission VALUES (148, 'Can view unreachable', 39, 'view_unreachable');
INSERT INTO public.auth_permission VALUES (149, 'Can add figure', 40, 'add_figure');
INSERT INTO public.auth_permission VALUES (150, 'Can change figure', 40, 'change_figure');
INSERT INTO public.auth_permission VALUES (151, 'Can delete figure', 40, 'delete_figure');
INSERT INTO public.auth_permission VALUES (152, 'Can view figure', 40, 'view_figure');
INSERT INTO public.auth_permission VALUES (153, 'Can add thing', 41, 'add_thing');
INSERT INTO public.auth_permission VALUES (154, 'Can change thing', 41, 'change_thing');
INSERT INTO public.auth_permission VALUES (155, 'Can delete thing', 41, 'delete_thing');
INSERT INTO public.auth_permission VALUES (156, 'Can view thing', 41, 'view_thing');
INSERT INTO public.auth_permission VALUES (157, 'Can add hold', 42, 'add_hold');
INSERT INTO public.auth_permission VALUES (158, 'Can change hold', 42, 'change_hold');
INSERT INTO public.auth_permission VALUES (159, 'Can delete hold', 42, 'delete_hold');
INSERT INTO public.auth_permission VALUES (160, 'Can view hold', 42, 'view_hold');
INSERT INTO public.auth_permission VALUES (161, 'Can add event', 43, 'add_event');
INSERT INTO public.auth_permission VALUES (162, 'Can change event', 43, 'change_event');
INSERT INTO public.auth_permission VALUES (163, 'Can delete event', 43, 'delete_event');
INSERT INTO public.auth_permission VALUES (164, 'Can view event', 43, 'view_event');
INSERT INTO public.auth_permission VALUES (165, 'Can add day', 44, 'add_day');
INSERT INTO public.auth_permission VALUES (166, 'Can change day', 44, 'change_day');
INSERT INTO public.auth_permission VALUES (167, 'Can delete day', 44, 'delete_day');
INSERT INTO public.auth_permission VALUES (168, 'Can view day', 44, 'view_day');
INSERT INTO public.auth_permission VALUES (169, 'Can add consent block', 45, 'add_consentblock');
INSERT INTO public.auth_permission VALUES (170, 'Can change consent block', 45, 'change_consentblock');
INSERT INTO public.auth_permission VALUES (171, 'Can delete consent block', 45, 'delete_consentblock');
INSERT INTO public.auth_permission VALUES (172, 'Can view consent block', 45, 'view_consentblock');
INSERT INTO public.auth_permission VALUES (173, 'Can add agenda item', 46, 'add_agendaitem');
INSERT INTO public.auth_permission VALUES (174, 'Can change agenda item', 46, 'change_agendaitem');
INSERT INTO public.auth_permission VALUES (175, 'Can delete agenda item', 46, 'delete_agendaitem');
INSERT INTO public.auth_permission VALUES (176, 'Can view agenda item', 46, 'view_agendaitem');
INSERT INTO public.auth_permission VALUES (177, 'Can add interpreter', 47, 'add_interpreter');
INSERT INTO public.auth_permission VALUES (178, 'Can change interpreter', 47, 'change_interpreter');
INSERT INTO public.auth_permission VALUES (179, 'Can delete interpreter', 47, 'delete_interpreter');
INSERT INTO public.auth_permission VALUES (180, 'Can view interpreter', 47, 'view_interpreter');
INSERT INTO public.auth_permission VALUES (181, 'Can add material', 48, 'add_material');
INSERT INTO public.auth_permission VALUES (182, 'Can change material', 48, 'change_material');
INSERT INTO public.auth_permission VALUES (183, 'Can delete material', 48, 'delete_material');
INSERT INTO public.auth_permission VALUES (184, 'Can view material', 48, 'view_material');
INSERT INTO public.auth_permission VALUES (185, 'Can add participant', 49, 'add_participant');
INSERT INTO public.auth_permission VALUES (186, 'Can change participant', 49, 'change_participant');
INSERT INTO public.auth_permission VALUES (187, 'Can delete participant', 49, 'delete_participant');
INSERT INTO public.auth_permission VALUES (188, 'Can view participant', 49, 'view_participant');
INSERT INTO public.auth_permission VALUES (189, 'Can add bookmark', 50, 'add_bookmark');
INSERT INTO public.auth_permission VALUES (190, 'Can change bookmark', 50, 'change_bookmark');
INSERT INTO public.auth_permission VALUES (191, 'Can delete bookmark', 50, 'delete_bookmark');
INSERT INTO public.auth_permission VALUES (192, 'Can view bookmark', 50, 'view_bookmark');
INSERT INTO public.auth_permission VALUES (193, 'Can add private feed', 51, 'add_privatefeed');
INSERT INTO public.auth_permission VALUES (194, 'Can change private feed', 51, 'change_privatefeed');
INSERT INTO public.auth_permission VALUES (195, 'Can delete private feed', 51, 'delete_privatefeed');
INSERT INTO public.auth_permission VALUES (196, 'Can view private feed', 51, 'view_privatefeed');
INSERT INTO public.auth_permission VALUES (197, 'Can add question', 52, 'add_question');
INSERT INTO public.auth_permission VALUES (198, 'Can change question', 52, 'change_question');
INSERT INTO public.auth_permission VALUES (199, 'Can delete question', 52, 'delete_question');
INSERT INTO public.auth_permission VALUES (200, 'Can view question', 52, 'view_question');
INSERT INTO public.auth_permission VALUES (201, 'Can add registration', 53, 'add_registration');
INSERT INTO public.auth_permission VALUES (202, 'Can change registration', 53, 'change_registration');
INSERT INTO public.auth_permission VALUES (203, 'Can delete registration', 53, 'delete_registration');
INSERT INTO public.auth_permission VALUES (204, 'Can view registration', 53, 'view_registration');
INSERT INTO public.auth_permission VALUES (205, 'Can add rating', 54, 'add_rating');
INSERT INTO public.auth_permission VALUES (206, 'Can change rating', 54, 'change_rating');
INSERT INTO public.auth_permission VALUES (207, 'Can delete rating', 54, 'delete_rating');
INSERT INTO public.auth_permission VALUES (208, 'Can view rating', 54, 'view_rating');
INSERT INTO public.auth_permission VALUES (209, 'Can add participant event', 55, 'add_participantevent');
INSERT INTO public.auth_permission VALUES (210, 'Can change participant event', 55, 'change_participantevent');
INSERT INTO public.auth_permission VALUES (211, 'Can delete participant event', 55, 'delete_participantevent');
INSERT INTO public.auth_permission VALUES (212, 'Can view participant event', 55, 'view_participantevent');
INSERT INTO public.auth_permission VALUES (213, 'Can add follow up', 56, 'add_followup');
INSERT INTO public.auth_permission VALUES (214, 'Can change follow up', 56, 'change_followup');
INSERT INTO public.auth_permission VALUES (215, 'Can delete follow up', 56, 'delete_followup');
INSERT INTO public.auth_permission VALUES (216, 'Can view follow up', 56, 'view_followup');
INSERT INTO public.auth_permission VALUES (217, 'Can add registration event', 57, 'add_registrationevent');
INSERT INTO public.auth_permission VALUES (218, 'Can change registration event', 57, 'change_registrationevent');
INSERT INTO public.auth_permission VALUES (219, 'Can delete registration event', 57, 'delete_registrationevent');
INSERT INTO public.auth_permission VALUES (220, 'Can view registration event', 57, 'view_registrationevent');
INSERT INTO public.auth_permission VALUES (221, 'Can add run', 58, 'add_run');
INSERT INTO public.auth_permission VALUES (222, 'Can change run', 58, 'change_run');
INSERT INTO public.auth_permission VALUES (223, 'Can delete run', 58, 'delete_run');
INSERT INTO public.auth_permission VALUES (224, 'Can view run', 58, 'view_run');
INSERT INTO public.auth_permission VALUES (225, 'Can add series', 59, 'add_series');
INSERT INTO public.auth_permission VALUES (226, 'Can change series', 59, 'change_series');
INSERT INTO public.auth_permission VALUES (227, 'Can delete series', 59, 'delete_series');
INSERT INTO public.auth_permission VALUES (228, 'Can view series', 59, 'view_series');
INSERT INTO public.auth_permission VALUES (229, 'Can add event event', 60, 'add_eventevent');
INSERT INTO public.auth_permission VALUES (230, 'Can change event event', 60, 'change_eventevent');
INSERT INTO public.auth_permission VALUES (231, 'Can delete event event', 60, 'delete_eventevent');
INSERT INTO public.auth_permission VALUES (232, 'Can view event event', 60, 'view_eventevent');
INSERT INTO public.auth_permission VALUES (233, 'Can add slot', 61, 'add_slot');
INSERT INTO public.auth_permission VALUES (234, 'Can change slot', 61, 'change_slot');
INSERT INTO public.auth_permission VALUES (235, 'Can delete slot', 61, 'delete_slot');
INSERT INTO public.auth_permission VALUES (236, 'Can view slot', 61, 'view_slot');
INSERT INTO public.auth_permission VALUES (237, 'Can add rule', 62, 'add_rule');
INSERT INTO public.auth_permission VALUES (238, 'Can change rule', 62, 'change_rule');
INSERT INTO public.auth_permission VALUES (239, 'Can delete rule', 62, 'delete_rule');
INSERT INTO public.auth_permission VALUES (240, 'Can view rule', 62, 'view_rule');
INSERT INTO public.auth_permission VALUES (241, 'Can add meeting', 63, 'add_meeting');
INSERT INTO public.auth_permission VALUES (242, 'Can change meeting', 63, 'change_meeting');
INSERT INTO public.auth_permission VALUES (243, 'Can delete meeting', 63, 'delete_meeting');
INSERT INTO public.auth_permission VALUES (244, 'Can view meeting', 63, 'view_meeting');
INSERT INTO public.auth_permission VALUES (245, 'Can add table', 64, 'add_table');
INSERT INTO public.auth_permission VALUES (246, 'Can change table', 64, 'change_table');
INSERT INTO public.auth_permission VALUES (247, 'Can delete table', 64, 'delete_table');
INSERT INTO public.auth_permission VALUES (248, 'Can view table', 64, 'view_table');
INSERT INTO public.auth_permission VALUES (249, 'Can add meeting event', 65, 'add_meetingevent');
INSERT INTO public.auth_permission VALUES (250, 'Can change meeting event', 65, 'change_meetingevent');
INSERT INTO public.auth_permission VALUES (251, 'Can delete meeting event', 65, 'delete_meetingevent');
INSERT INTO public.auth_permission VALUES (252, 'Can view meeting event', 65, 'view_meetingevent');
INSERT INTO public.auth_permission VALUES (253, 'Can add wish', 66, 'add_wish');
INSERT INTO public.auth_permission VALUES (254, 'Can change wish', 66, 'change_wish');
INSERT INTO public.auth_permission VALUES (255, 'Can delete wish', 66, 'delete_wish');
INSERT INTO public.auth_permission VALUES (256, 'Can view wish', 66, 'view_wish');
INSERT INTO public.auth_permission VALUES (257, 'Can add booking series', 67, 'add_bookingseries');
INSERT INTO public.auth_permission VALUES (258, 'Can change booking series', 67, 'change_bookingseries');
INSERT INTO public.auth_permission VALUES (259, 'Can delete booking series', 67, 'delete_bookingseries');
INSERT INTO public.auth_permission VALUES (260, 'Can view booking series', 67, 'view_bookingseries');
INSERT INTO public.auth_permission VALUES (261, 'Can add booking', 68, 'add_booking');
INSERT INTO public.auth_permission VALUES (262, 'Can change booking', 68, 'change_booking');
INSERT INTO public.auth_permission VALUES (263, 'Can delete booking', 68, 'delete_booking');
INSERT INTO public.auth_permission VALUES (264, 'Can view booking', 68, 'view_booking');
INSERT INTO public.auth_permission VALUES (265, 'Can add charge', 69, 'add_charge');
INSERT INTO public.auth_permission VALUES (266, 'Can change charge', 69, 'change_charge');
INSERT INTO public.auth_permission VALUES (267, 'Can delete charge', 69, 'delete_charge');
INSERT INTO public.auth_permission VALUES (268, 'Can view charge', 69, 'view_charge');
INSERT INTO public.auth_permission VALUES (269, 'Can add credit', 70, 'add_credit');
INSERT INTO public.auth_permission VALUES (270, 'Can change credit', 70, 'change_credit');
INSERT INTO public.auth_permission VALUES (271, 'Can delete credit', 70, 'delete_credit');
INSERT INTO public.auth_permission VALUES (272, 'Can view credit', 70, 'view_credit');
INSERT INTO public.auth_permission VALUES (273, 'Can add credit event', 71, 'add_creditevent');
INSERT INTO public.auth_permission VALUES (274, 'Can change credit event', 71, 'change_creditevent');
INSERT INTO public.auth_permission VALUES (275, 'Can delete credit event', 71, 'delete_creditevent');
INSERT INTO public.auth_permission VALUES (276, 'Can view credit event', 71, 'view_creditevent');
INSERT INTO public.auth_permission VALUES (277, 'Can add credit use', 72, 'add_credituse');
INSERT INTO public.auth_permission VALUES (278, 'Can change credit use', 72, 'change_credituse');
INSERT INTO public.auth_permission VALUES (279, 'Can delete credit use', 72, 'delete_credituse');
INSERT INTO public.auth_permission VALUES (280, 'Can view credit use', 72, 'view_credituse');
INSERT INTO public.auth_permission VALUES (281, 'Can add facility', 73, 'add_facility');
INSERT INTO public.auth_permission VALUES (282, 'Can change facility', 73, 'change_facility');
INSERT INTO public.auth_permission VALUES (283, 'Can delete facility', 73, 'delete_facility');
INSERT INTO public.auth_permission VALUES (284, 'Can view facility', 73, 'view_facility');
INSERT INTO public.auth_permission VALUES (285, 'Can add closure', 74, 'add_closure');
INSERT INTO public.auth_permission VALUES (286, 'Can change closure', 74, 'change_closure');
INSERT INTO public.auth_permission VALUES (287, 'Can delete closure', 74, 'delete_closure');
INSERT INTO public.auth_permission VALUES (288, 'Can view closure', 74, 'view_closure');
INSERT INTO public.auth_permission VALUES (289, 'Can add booking item', 75, 'add_bookingitem');
INSERT INTO public.auth_permission VALUES (290, 'Can change booking item', 75, 'change_bookingitem');
INSERT INTO public.auth_permission VALUES (291, 'Can delete booking item', 75, 'delete_bookingitem');
INSERT INTO public.auth_permission VALUES (292, 'Can view booking item', 75, 'view_bookingitem');
INSERT INTO public.auth_permission VALUES (293, 'Can add facility event', 76, 'add_facilityevent');
INSERT INTO public.auth_permission VALUES (294, 'Can change facility event', 76, 'change_facilityevent');
INSERT INTO public.auth_permission VALUES (295, 'Can delete facility event', 76, 'delete_facilityevent');
INSERT INTO public.auth_permission VALUES (296, 'Can view facility event', 76, 'view_facilityevent');
INSERT INTO public.auth_permission VALUES (297, 'Can add facility pair', 77, 'add_facilitypair');
INSERT INTO public.auth_permission VALUES (298, 'Can change facility pair', 77, 'change_facilitypair');
INSERT INTO public.auth_permission VALUES (299, 'Can delete facility pair', 77, 'delete_facilitypair');
INSERT INTO public.auth_permission VALUES (300, 'Can view facility pair', 77, 'view_facilitypair');
INSERT INTO public.auth_permission VALUES (301, 'Can add infrastructure', 78, 'add_infrastructure');
INSERT INTO public.auth_permission VALUES (302, 'Can change infrastructure', 78, 'change_infrastructure');
INSERT INTO public.auth_permission VALUES (303, 'Can delete infrastructure', 78, 'delete_infrastructure');
INSERT INTO public.auth_permission VALUES (304, 'Can view infrastructure', 78, 'view_infrastructure');
INSERT INTO public.auth_permission VALUES (305, 'Can add loan', 79, 'add_loan');
INSERT INTO public.auth_permission VALUES (306, 'Can change loan', 79, 'change_loan');
INSERT INTO public.auth_permission VALUES (307, 'Can delete loan', 79, 'delete_loan');
INSERT INTO public.auth_permission VALUES (308, 'Can view loan', 79, 'view_loan');
INSERT INTO public.auth_permission VALUES (309, 'Can add loan event', 80, 'add_loanevent');
INSERT INTO public.auth_permission VALUES (310, 'Can change loan event', 80, 'change_loanevent');
INSERT INTO public.auth_permission VALUES (311, 'Can delete loan event', 80, 'delete_loanevent');
INSERT INTO public.auth_permission VALUES (312, 'Can view loan event', 80, 'view_loanevent');
INSERT INTO public.auth_permission VALUES (313, 'Can add opening', 81, 'add_opening');
INSERT INTO public.auth_permission VALUES (314, 'Can change opening', 81, 'change_opening');
INSERT INTO public.auth_permission VALUES (315, 'Can delete opening', 81, 'delete_opening');
INSERT INTO public.auth_permission VALUES (316, 'Can view opening', 81, 'view_opening');
INSERT INTO public.auth_permission VALUES (317, 'Can add price class', 82, 'add_priceclass');
INSERT INTO public.auth_permission VALUES (318, 'Can change price class', 82, 'change_priceclass');
INSERT INTO public.auth_permission VALUES (319, 'Can delete price class', 82, 'delete_priceclass');
INSERT INTO public.auth_permission VALUES (320, 'Can view price class', 82, 'view_priceclass');
INSERT INTO public.auth_permission VALUES (321, 'Can add booking event', 83, 'add_bookingevent');
INSERT INTO public.auth_permission VALUES (322, 'Can change booking event', 83, 'change_bookingevent');
INSERT INTO public.auth_permission VALUES (323, 'Can delete booking event', 83, 'delete_bookingevent');
INSERT INTO public.auth_permission VALUES (324, 'Can view booking event', 83, 'view_bookingevent');
INSERT INTO public.auth_permission VALUES (325, 'Can add price class member', 84, 'add_priceclassmember');
INSERT INTO public.auth_permission VALUES (326, 'Can change price class member', 84, 'change_priceclassmember');
INSERT INTO public.auth_permission VALUES (327, 'Can delete price class member', 84, 'delete_priceclassmember');
INSERT INTO public.auth_permission VALUES (328, 'Can view price class member', 84, 'view_priceclassmember');
INSERT INTO public.auth_permission VALUES (329, 'Can add problem', 85, 'add_problem');
INSERT INTO public.auth_permission VALUES (330, 'Can change problem', 85, 'change_problem');
INSERT INTO public.auth_permission VALUES (331, 'Can delete problem', 85, 'delete_problem');
INSERT INTO public.auth_permission VALUES (332, 'Can view problem', 85, 'view_problem');
INSERT INTO public.auth_permission VALUES (333, 'Can add qualification', 86, 'add_qualification');
INSERT INTO public.auth_permission VALUES (334, 'Can change qualification', 86, 'change_qualification');
INSERT INTO public.auth_permission VALUES (335, 'Can delete qualification', 86, 'delete_qualification');
INSERT INTO public.auth_permission VALUES (336, 'Can view qualification', 86, 'view_qualification');
INSERT INTO public.auth_permission VALUES (337, 'Can add qualification event', 87, 'add_qualificationevent');
INSERT INTO public.auth_permission VALUES (338, 'Can change qualification event', 87, 'change_qualificationevent');
INSERT INTO public.auth_permission VALUES (339, 'Can delete qualification event', 87, 'delete_qualificationevent');
INSERT INTO public.auth_permission VALUES (340, 'Can view qualification event', 87, 'view_qualificationevent');
INSERT INTO public.auth_permission VALUES (341, 'Can add quota', 88, 'add_quota');
INSERT INTO public.auth_permission VALUES (342, 'Can change quota', 88, 'change_quota');
INSERT INTO public.auth_permission VALUES (343, 'Can delete quota', 88, 'delete_quota');
INSERT INTO public.auth_permission VALUES (344, 'Can view quota', 88, 'view_quota');
INSERT INTO public.auth_permission VALUES (345, 'Can add requirement', 89, 'add_requirement');
INSERT INTO public.auth_permission VALUES (346, 'Can change requirement', 89, 'change_requirement');
INSERT INTO public.auth_permission VALUES (347, 'Can delete requirement', 89, 'delete_requirement');
INSERT INTO public.auth_permission VALUES (348, 'Can view requirement', 89, 'view_requirement');
INSERT INTO public.auth_permission VALUES (349, 'Can add service request', 90, 'add_servicerequest');
INSERT INTO public.auth_permission VALUES (350, 'Can change service request', 90, 'change_servicerequest');
INSERT INTO public.auth_permission VALUES (351, 'Can delete service request', 90, 'delete_servicerequest');
INSERT INTO public.auth_permission VALUES (352, 'Can view service request', 90, 'view_servicerequest');
INSERT INTO public.auth_permission VALUES (353, 'Can add service request event', 91, 'add_servicerequestevent');
INSERT INTO public.auth_permission VALUES (354, 'Can change service request event', 91, 'change_servicerequestevent');
INSERT INTO public.auth_permission VALUES (355, 'Can delete service request event', 91, 'delete_servicerequestevent');
INSERT INTO public.auth_permission VALUES (356, 'Can view service request event', 91, 'view_servicerequestevent');
INSERT INTO public.auth_permission VALUES (357, 'Can add service step', 92, 'add_servicestep');
INSERT INTO public.auth_permission VALUES (358, 'Can change service step', 92, 'change_servicestep');
INSERT INTO public.auth_permission VALUES (359, 'Can delete service step', 92, 'delete_servicestep');
INSERT INTO public.auth_permission VALUES (360, 'Can view service step', 92, 'view_servicestep');
INSERT INTO public.auth_permission VALUES (361, 'Can add session', 93, 'add_session');
INSERT INTO public.auth_permission VALUES (362, 'Can change session', 93, 'change_session');
INSERT INTO public.auth_permission VALUES (363, 'Can delete session', 93, 'delete_session');
INSERT INTO public.auth_permission VALUES (364, 'Can view session', 93, 'view_session');
INSERT INTO public.auth_permission VALUES (365, 'Can add incident', 94, 'add_incident');
INSERT INTO public.auth_permission VALUES (366, 'Can change incident', 94, 'change_incident');
INSERT INTO public.auth_permission VALUES (367, 'Can delete incident', 94, 'delete_incident');
INSERT INTO public.auth_permission VALUES (368, 'Can view incident', 94, 'view_incident');
INSERT INTO public.auth_permission VALUES (369, 'Can add charge event', 95, 'add_chargeevent');
INSERT INTO public.auth_permission VALUES (370, 'Can change charge event', 95, 'change_chargeevent');
INSERT INTO public.auth_permission VALUES (371, 'Can delete charge event', 95, 'delete_chargeevent');
INSERT INTO public.auth_permission VALUES (372, 'Can view charge event', 95, 'view_chargeevent');
INSERT INTO public.auth_permission VALUES (373, 'Can add session event', 96, 'add_sessionevent');
INSERT INTO public.auth_permission VALUES (374, 'Can change session event', 96, 'change_sessionevent');
INSERT INTO public.auth_permission VALUES (375, 'Can delete session event', 96, 'delete_sessionevent');
INSERT INTO public.auth_permission VALUES (376, 'Can view session event', 96, 'view_sessionevent');
INSERT INTO public.auth_permission VALUES (377, 'Can add tariff', 97, 'add_tariff');
INSERT INTO public.auth_permission VALUES (378, 'Can change tariff', 97, 'change_tariff');
INSERT INTO public.auth_permission VALUES (379, 'Can delete tariff', 97, 'delete_tariff');
INSERT INTO public.auth_permission VALUES (380, 'Can view tariff', 97, 'view_tariff');
INSERT INTO public.auth_permission VALUES (381, 'Can add training', 98, 'add_training');
INSERT INTO public.auth_permission VALUES (382, 'Can change training', 98, 'change_training');
INSERT INTO public.auth_permission VALUES (383, 'Can delete training', 98, 'delete_training');
INSERT INTO public.auth_permission VALUES (384, 'Can view training', 98, 'view_training');
INSERT INTO public.auth_permission VALUES (385, 'Can add Waiting list', 99, 'add_waiting');
INSERT INTO public.auth_permission VALUES (386, 'Can change Waiting list', 99, 'change_waiting');
INSERT INTO public.auth_permission VALUES (387, 'Can delete Waiting list', 99, 'delete_waiting');
INSERT INTO public.auth_permission VALUES (388, 'Can view Waiting list', 99, 'view_waiting');
INSERT INTO public.auth_permission VALUES (389, 'Can add bookmark', 100, 'add_bookmark');
INSERT INTO public.auth_permission VALUES (390, 'Can change bookmark', 100, 'change_bookmark');
INSERT INTO public.auth_permission VALUES (391, 'Can delete bookmark', 100, 'delete_bookmark');
INSERT INTO public.auth_permission VALUES (392, 'Can view bookmark', 100, 'view_bookmark');
INSERT INTO public.auth_permission VALUES (393, 'Can add introduction', 101, 'add_introduction');
INSERT INTO public.auth_permission VALUES (394, 'Can change introduction', 101, 'change_introduction');
INSERT INTO public.auth_permission VALUES (395, 'Can delete introduction', 101, 'delete_introduction');
INSERT INTO public.auth_permission VALUES (396, 'Can view introduction', 101, 'view_introduction');
INSERT INTO public.auth_permission VALUES (397, 'Can add outcome', 102, 'add_outcome');
INSERT INTO public.auth_permission VALUES (398, 'Can change outcome', 102, 'change_outcome');
INSERT INTO public.auth_permission VALUES (399, 'Can delete outcome', 102, 'delete_outcome');
INSERT INTO public.auth_permission VALUES (400, 'Can view outcome', 102, 'view_outcome');
INSERT INTO public.auth_permission VALUES (401, 'Can add path request', 103, 'add_pathrequest');
INSERT INTO public.auth_permission VALUES (402, 'Can change path request', 103, 'change_pathrequest');
INSERT INTO public.auth_permission VALUES (403, 'Can delete path request', 103, 'delete_pathrequest');
INSERT INTO public.auth_permission VALUES (404, 'Can view path request', 103, 'view_pathrequest');
INSERT INTO public.auth_permission VALUES (405, 'Can add place', 104, 'add_place');
INSERT INTO public.auth_permission VALUES (406, 'Can change place', 104, 'change_place');
INSERT INTO public.auth_permission VALUES (407, 'Can delete place', 104, 'delete_place');
INSERT INTO public.auth_permission VALUES (408, 'Can view place', 104, 'view_place');
INSERT INTO public.auth_permission VALUES (409, 'Can add post', 105, 'add_post');
INSERT INTO public.auth_permission VALUES (410, 'Can change post', 105, 'change_post');
INSERT INTO public.auth_permission VALUES (411, 'Can delete post', 105, 'delete_post');
INSERT INTO public.auth_permission VALUES (412, 'Can view post', 105, 'view_post');
INSERT INTO public.auth_permission VALUES (413, 'Can add proposal', 106, 'add_proposal');
INSERT INTO public.auth_permission VALUES (414, 'Can change proposal', 106, 'change_proposal');
INSERT INTO public.auth_permission VALUES (415, 'Can delete proposal', 106, 'delete_proposal');
INSERT INTO public.auth_permission VALUES (416, 'Can view proposal', 106, 'view_proposal');
INSERT INTO public.auth_permission VALUES (417, 'Can add reading', 107, 'add_reading');
INSERT INTO public.auth_permission VALUES (418, 'Can change reading', 107, 'change_reading');
INSERT INTO public.auth_permission VALUES (419, 'Can delete reading', 107, 'delete_reading');
INSERT INTO public.auth_permission VALUES (420, 'Can view reading', 107, 'view_reading');
INSERT INTO public.auth_permission VALUES (421, 'Can add seat', 108, 'add_seat');
INSERT INTO public.auth_permission VALUES (422, 'Can change seat', 108, 'change_seat');
INSERT INTO public.auth_permission VALUES (423, 'Can delete seat', 108, 'delete_seat');
INSERT INTO public.auth_permission VALUES (424, 'Can view seat', 108, 'view_seat');
INSERT INTO public.auth_permission VALUES (425, 'Can add spot', 109, 'add_spot');
INSERT INTO public.auth_permission VALUES (426, 'Can change spot', 109, 'change_spot');
INSERT INTO public.auth_permission VALUES (427, 'Can delete spot', 109, 'delete_spot');
INSERT INTO public.auth_permission VALUES (428, 'Can view spot', 109, 'view_spot');
INSERT INTO public.auth_permission VALUES (429, 'Can add tie', 110, 'add_tie');
INSERT INTO public.auth_permission VALUES (430, 'Can change tie', 110, 'change_tie');
INSERT INTO public.auth_permission VALUES (431, 'Can delete tie', 110, 'delete_tie');
INSERT INTO public.auth_permission VALUES (432, 'Can view tie', 110, 'view_tie');
INSERT INTO public.auth_permission VALUES (433, 'Can add portrait', 111, 'add_portrait');
INSERT INTO public.auth_permission VALUES (434, 'Can change portrait', 111, 'change_portrait');
INSERT INTO public.auth_permission VALUES (435, 'Can delete portrait', 111, 'delete_portrait');
INSERT INTO public.auth_permission VALUES (436, 'Can view portrait', 111, 'view_portrait');
INSERT INTO public.auth_permission VALUES (437, 'Can add aim', 112, 'add_aim');
INSERT INTO public.auth_permission VALUES (438, 'Can change aim', 112, 'change_aim');
INSERT INTO public.auth_permission VALUES (439, 'Can delete aim', 112, 'delete_aim');
INSERT INTO public.auth_permission VALUES (440, 'Can view aim', 112, 'view_aim');
INSERT INTO public.auth_permission VALUES (441, 'Can add withheld', 113, 'add_withheld');
INSERT INTO public.auth_permission VALUES (442, 'Can change withheld', 113, 'change_withheld');
INSERT INTO public.auth_permission VALUES (443, 'Can delete withheld', 113, 'delete_withheld');
INSERT INTO public.auth_permission VALUES (444, 'Can view withheld', 113, 'view_withheld');
INSERT INTO public.auth_permission VALUES (445, 'Can add survey', 114, 'add_survey');
INSERT INTO public.auth_permission VALUES (446, 'Can change survey', 114, 'change_survey');
INSERT INTO public.auth_permission VALUES (447, 'Can delete survey', 114, 'delete_survey');
INSERT INTO public.auth_permission VALUES (448, 'Can view survey', 114, 'view_survey');
INSERT INTO public.auth_permission VALUES (449, 'Can add factor', 115, 'add_factor');
INSERT INTO public.auth_permission VALUES (450, 'Can change factor', 115, 'change_factor');
INSERT INTO public.auth_permission VALUES (451, 'Can delete factor', 115, 'delete_factor');
INSERT INTO public.auth_permission VALUES (452, 'Can view factor', 115, 'view_factor');
INSERT INTO public.auth_permission VALUES (453, 'Can add coder', 116, 'add_coder');
INSERT INTO public.auth_permission VALUES (454, 'Can change coder', 116, 'change_coder');
INSERT INTO public.auth_permission VALUES (455, 'Can delete coder', 116, 'delete_coder');
INSERT INTO public.auth_permission VALUES (456, 'Can view coder', 116, 'view_coder');
INSERT INTO public.auth_permission VALUES (457, 'Can add surveyed', 117, 'add_surveyed');
INSERT INTO public.auth_permission VALUES (458, 'Can change surveyed', 117, 'change_surveyed');
INSERT INTO public.auth_permission VALUES (459, 'Can delete surveyed', 117, 'delete_surveyed');
INSERT INTO public.auth_permission VALUES (460, 'Can view surveyed', 117, 'view_surveyed');
INSERT INTO public.auth_permission VALUES (461, 'Can add story', 118, 'add_story');
INSERT INTO public.auth_permission VALUES (462, 'Can change story', 118, 'change_story');
INSERT INTO public.auth_permission VALUES (463, 'Can delete story', 118, 'delete_story');
INSERT INTO public.auth_permission VALUES (464, 'Can view story', 118, 'view_story');
INSERT INTO public.auth_permission VALUES (465, 'Can add ruling', 119, 'add_ruling');
INSERT INTO public.auth_permission VALUES (466, 'Can change ruling', 119, 'change_ruling');
INSERT INTO public.auth_permission VALUES (467, 'Can delete ruling', 119, 'delete_ruling');
INSERT INTO public.auth_permission VALUES (468, 'Can view ruling', 119, 'view_ruling');
INSERT INTO public.auth_permission VALUES (469, 'Can add coding', 120, 'add_coding');
INSERT INTO public.auth_permission VALUES (470, 'Can change coding', 120, 'change_coding');
INSERT INTO public.auth_permission VALUES (471, 'Can delete coding', 120, 'delete_coding');
INSERT INTO public.auth_permission VALUES (472, 'Can view coding', 120, 'view_coding');
INSERT INTO public.auth_permission VALUES (473, 'Can add instrument', 121, 'add_instrument');
INSERT INTO public.auth_permission VALUES (474, 'Can change instrument', 121, 'change_instrument');
INSERT INTO public.auth_permission VALUES (475, 'Can delete instrument', 121, 'delete_instrument');
INSERT INTO public.auth_permission VALUES (476, 'Can view instrument', 121, 'view_instrument');
INSERT INTO public.auth_permission VALUES (477, 'Can add question', 122, 'add_question');
INSERT INTO public.auth_permission VALUES (478, 'Can change question', 122, 'change_question');
INSERT INTO public.auth_permission VALUES (479, 'Can delete question', 122, 'delete_question');
INSERT INTO public.auth_permission VALUES (480, 'Can view question', 122, 'view_question');
INSERT INTO public.auth_permission VALUES (481, 'Can add response', 123, 'add_response');
INSERT INTO public.auth_permission VALUES (482, 'Can change response', 123, 'change_response');
INSERT INTO public.auth_permission VALUES (483, 'Can delete response', 123, 'delete_response');
INSERT INTO public.auth_permission VALUES (484, 'Can view response', 123, 'view_response');
INSERT INTO public.auth_permission VALUES (485, 'Can add query', 124, 'add_query');
INSERT INTO public.auth_permission VALUES (486, 'Can change query', 124, 'change_query');
INSERT INTO public.auth_permission VALUES (487, 'Can delete query', 124, 'delete_query');
INSERT INTO public.auth_permission VALUES (488, 'Can view query', 124, 'view_query');
INSERT INTO public.auth_permission VALUES (489, 'Can add invitation', 125, 'add_invitation');
INSERT INTO public.auth_permission VALUES (490, 'Can change invitation', 125, 'change_invitation');
INSERT INTO public.auth_permission VALUES (491, 'Can delete invitation', 125, 'delete_invitation');
INSERT INTO public.auth_permission VALUES (492, 'Can view invitation', 125, 'view_invitation');
INSERT INTO public.auth_permission VALUES (493, 'Can add answer', 126, 'add_answer');
INSERT INTO public.auth_permission VALUES (494, 'Can change answer', 126, 'change_answer');
INSERT INTO public.auth_permission VALUES (495, 'Can delete answer', 126, 'delete_answer');
INSERT INTO public.auth_permission VALUES (496, 'Can view answer', 126, 'view_answer');
INSERT INTO public.auth_permission VALUES (497, 'Can add wave', 127, 'add_wave');
INSERT INTO public.auth_permission VALUES (498, 'Can change wave', 127, 'change_wave');
INSERT INTO public.auth_permission VALUES (499, 'Can delete wave', 127, 'delete_wave');
INSERT INTO public.auth_permission VALUES (500, 'Can view wave', 127, 'view_wave');
INSERT INTO public.auth_permission VALUES (501, 'Can add binder', 128, 'add_binder');
INSERT INTO public.auth_permission VALUES (502, 'Can change binder', 128, 'change_binder');
INSERT INTO public.auth_permission VALUES (503, 'Can delete binder', 128, 'delete_binder');
INSERT INTO public.auth_permission VALUES (504, 'Can view binder', 128, 'view_binder');
INSERT INTO public.auth_permission VALUES (505, 'Can add criterion', 129, 'add_criterion');
INSERT INTO public.auth_permission VALUES (506, 'Can change criterion', 129, 'change_criterion');
INSERT INTO public.auth_permission VALUES (507, 'Can delete criterion', 129, 'delete_criterion');
INSERT INTO public.auth_permission VALUES (508, 'Can view criterion', 129, 'view_criterion');
INSERT INTO public.auth_permission VALUES (509, 'Can add evidence', 130, 'add_evidence');
INSERT INTO public.auth_permission VALUES (510, 'Can change evidence', 130, 'change_evidence');
INSERT INTO public.auth_permission VALUES (511, 'Can delete evidence', 130, 'delete_evidence');
INSERT INTO public.auth_permission VALUES (512, 'Can view evidence', 130, 'view_evidence');
INSERT INTO public.auth_permission VALUES (513, 'Can add action item', 131, 'add_actionitem');
INSERT INTO public.auth_permission VALUES (514, 'Can change action item', 131, 'change_actionitem');
INSERT INTO public.auth_permission VALUES (515, 'Can delete action item', 131, 'delete_actionitem');
INSERT INTO public.auth_permission VALUES (516, 'Can view action item', 131, 'view_actionitem');
INSERT INTO public.auth_permission VALUES (517, 'Can add employment table', 132, 'add_employmenttable');
INSERT INTO public.auth_permission VALUES (518, 'Can change employment table', 132, 'change_employmenttable');
INSERT INTO public.auth_permission VALUES (519, 'Can delete employment table', 132, 'delete_employmenttable');
INSERT INTO public.auth_permission VALUES (520, 'Can view employment table', 132, 'view_employmenttable');
INSERT INTO public.auth_permission VALUES (521, 'Can add employment', 133, 'add_employment');
INSERT INTO public.auth_permission VALUES (522, 'Can change employment', 133, 'change_employment');
INSERT INTO public.auth_permission VALUES (523, 'Can delete employment', 133, 'delete_employment');
INSERT INTO public.auth_permission VALUES (524, 'Can view employment', 133, 'view_employment');
INSERT INTO public.auth_permission VALUES (525, 'Can add service', 134, 'add_service');
INSERT INTO public.auth_permission VALUES (526, 'Can change service', 134, 'change_service');
INSERT INTO public.auth_permission VALUES (527, 'Can delete service', 134, 'delete_service');
INSERT INTO public.auth_permission VALUES (528, 'Can view service', 134, 'view_service');
INSERT INTO public.auth_permission VALUES (529, 'Can add service use', 135, 'add_serviceuse');
INSERT INTO public.auth_permission VALUES (530, 'Can change service use', 135, 'change_serviceuse');
INSERT INTO public.auth_permission VALUES (531, 'Can delete service use', 135, 'delete_serviceuse');
INSERT INTO public.auth_permission VALUES (532, 'Can view service use', 135, 'view_serviceuse');
INSERT INTO public.auth_permission VALUES (533, 'Can add attachment', 136, 'add_attachment');
INSERT INTO public.auth_permission VALUES (534, 'Can change attachment', 136, 'change_attachment');
INSERT INTO public.auth_permission VALUES (535, 'Can delete attachment', 136, 'delete_attachment');
INSERT INTO public.auth_permission VALUES (536, 'Can view attachment', 136, 'view_attachment');
INSERT INTO public.auth_permission VALUES (537, 'Can add claim', 137, 'add_claim');
INSERT INTO public.auth_permission VALUES (538, 'Can change claim', 137, 'change_claim');
INSERT INTO public.auth_permission VALUES (539, 'Can delete claim', 137, 'delete_claim');
INSERT INTO public.auth_permission VALUES (540, 'Can view claim', 137, 'view_claim');
INSERT INTO public.auth_permission VALUES (541, 'Can add claim event', 138, 'add_claimevent');
INSERT INTO public.auth_permission VALUES (542, 'Can change claim event', 138, 'change_claimevent');
INSERT INTO public.auth_permission VALUES (543, 'Can delete claim event', 138, 'delete_claimevent');
INSERT INTO public.auth_permission VALUES (544, 'Can view claim event', 138, 'view_claimevent');
INSERT INTO public.auth_permission VALUES (545, 'Can add edition', 139, 'add_edition');
INSERT INTO public.auth_permission VALUES (546, 'Can change edition', 139, 'change_edition');
INSERT INTO public.auth_permission VALUES (547, 'Can delete edition', 139, 'delete_edition');
INSERT INTO public.auth_permission VALUES (548, 'Can view edition', 139, 'view_edition');
INSERT INTO public.auth_permission VALUES (549, 'Can add item', 140, 'add_item');
INSERT INTO public.auth_permission VALUES (550, 'Can change item', 140, 'change_item');
INSERT INTO public.auth_permission VALUES (551, 'Can delete item', 140, 'delete_item');
INSERT INTO public.auth_permission VALUES (552, 'Can view item', 140, 'view_item');
INSERT INTO public.auth_permission VALUES (553, 'Can add edition event', 141, 'add_editionevent');
INSERT INTO public.auth_permission VALUES (554, 'Can change edition event', 141, 'change_editionevent');
INSERT INTO public.auth_permission VALUES (555, 'Can delete edition event', 141, 'delete_editionevent');
INSERT INTO public.auth_permission VALUES (556, 'Can view edition event', 141, 'view_editionevent');
INSERT INTO public.auth_permission VALUES (557, 'Can add attachment', 142, 'add_attachment');
INSERT INTO public.auth_permission VALUES (558, 'Can change attachment', 142, 'change_attachment');
INSERT INTO public.auth_permission VALUES (559, 'Can delete attachment', 142, 'delete_attachment');
INSERT INTO public.auth_permission VALUES (560, 'Can view attachment', 142, 'view_attachment');
INSERT INTO public.auth_permission VALUES (561, 'Can add memory', 143, 'add_memory');
INSERT INTO public.auth_permission VALUES (562, 'Can change memory', 143, 'change_memory');
INSERT INTO public.auth_permission VALUES (563, 'Can delete memory', 143, 'delete_memory');
INSERT INTO public.auth_permission VALUES (564, 'Can view memory', 143, 'view_memory');
INSERT INTO public.auth_permission VALUES (565, 'Can add origin', 144, 'add_origin');
INSERT INTO public.auth_permission VALUES (566, 'Can change origin', 144, 'change_origin');
INSERT INTO public.auth_permission VALUES (567, 'Can delete origin', 144, 'delete_origin');
INSERT INTO public.auth_permission VALUES (568, 'Can view origin', 144, 'view_origin');
INSERT INTO public.auth_permission VALUES (569, 'Can add override', 145, 'add_override');
INSERT INTO public.auth_permission VALUES (570, 'Can change override', 145, 'change_override');
INSERT INTO public.auth_permission VALUES (571, 'Can delete override', 145, 'delete_override');
INSERT INTO public.auth_permission VALUES (572, 'Can view override', 145, 'view_override');
INSERT INTO public.auth_permission VALUES (573, 'Can add picture', 146, 'add_picture');
INSERT INTO public.auth_permission VALUES (574, 'Can change picture', 146, 'change_picture');
INSERT INTO public.auth_permission VALUES (575, 'Can delete picture', 146, 'delete_picture');
INSERT INTO public.auth_permission VALUES (576, 'Can view picture', 146, 'view_picture');
INSERT INTO public.auth_permission VALUES (577, 'Can add revision', 147, 'add_revision');
INSERT INTO public.auth_permission VALUES (578, 'Can change revision', 147, 'change_revision');
INSERT INTO public.auth_permission VALUES (579, 'Can delete revision', 147, 'delete_revision');
INSERT INTO public.auth_permission VALUES (580, 'Can view revision', 147, 'view_revision');
INSERT INTO public.auth_permission VALUES (581, 'Can add term', 148, 'add_term');
INSERT INTO public.auth_permission VALUES (582, 'Can change term', 148, 'change_term');
INSERT INTO public.auth_permission VALUES (583, 'Can delete term', 148, 'delete_term');
INSERT INTO public.auth_permission VALUES (584, 'Can view term', 148, 'view_term');
INSERT INTO public.auth_permission VALUES (585, 'Can add pulse', 149, 'add_pulse');
INSERT INTO public.auth_permission VALUES (586, 'Can change pulse', 149, 'change_pulse');
INSERT INTO public.auth_permission VALUES (587, 'Can delete pulse', 149, 'delete_pulse');
INSERT INTO public.auth_permission VALUES (588, 'Can view pulse', 149, 'view_pulse');
INSERT INTO public.auth_permission VALUES (589, 'Can add link', 150, 'add_link');
INSERT INTO public.auth_permission VALUES (590, 'Can change link', 150, 'change_link');
INSERT INTO public.auth_permission VALUES (591, 'Can delete link', 150, 'delete_link');
INSERT INTO public.auth_permission VALUES (592, 'Can view link', 150, 'view_link');
INSERT INTO public.auth_permission VALUES (593, 'Can add views', 151, 'add_views');
INSERT INTO public.auth_permission VALUES (594, 'Can change views', 151, 'change_views');
INSERT INTO public.auth_permission VALUES (595, 'Can delete views', 151, 'delete_views');
INSERT INTO public.auth_permission VALUES (596, 'Can view views', 151, 'view_views');
INSERT INTO public.auth_permission VALUES (597, 'Can add reader', 152, 'add_reader');
INSERT INTO public.auth_permission VALUES (598, 'Can change reader', 152, 'change_reader');
INSERT INTO public.auth_permission VALUES (599, 'Can delete reader', 152, 'delete_reader');
INSERT INTO public.auth_permission VALUES (600, 'Can view reader', 152, 'view_reader');
INSERT INTO public.auth_permission VALUES (601, 'Can add subscription', 153, 'add_subscription');
INSERT INTO public.auth_permission VALUES (602, 'Can change subscription', 153, 'change_subscription');
INSERT INTO public.auth_permission VALUES (603, 'Can delete subscription', 153, 'delete_subscription');
INSERT INTO public.auth_permission VALUES (604, 'Can view subscription', 153, 'view_subscription');
INSERT INTO public.auth_permission VALUES (605, 'Can add policy', 154, 'add_policy');
INSERT INTO public.auth_permission VALUES (606, 'Can change policy', 154, 'change_policy');
INSERT INTO public.auth_permission VALUES (607, 'Can delete policy', 154, 'delete_policy');
INSERT INTO public.auth_permission VALUES (608, 'Can view policy', 154, 'view_policy');
INSERT INTO public.auth_permission VALUES (609, 'Can add old address', 155, 'add_oldaddress');
INSERT INTO public.auth_permission VALUES (610, 'Can change old address', 155, 'change_oldaddress');
INSERT INTO public.auth_permission VALUES (611, 'Can delete old address', 155, 'delete_oldaddress');
INSERT INTO public.auth_permission VALUES (612, 'Can view old address', 155, 'view_oldaddress');
INSERT INTO public.auth_permission VALUES (613, 'Can add site', 156, 'add_site');
INSERT INTO public.auth_permission VALUES (614, 'Can change site', 156, 'change_site');
INSERT INTO public.auth_permission VALUES (615, 'Can delete site', 156, 'delete_site');
INSERT INTO public.auth_permission VALUES (616, 'Can view site', 156, 'view_site');
INSERT INTO public.auth_permission VALUES (617, 'Can add permission', 157, 'add_permission');
INSERT INTO public.auth_permission VALUES (618, 'Can change permission', 157, 'change_permission');
INSERT INTO public.auth_permission VALUES (619, 'Can delete permission', 157, 'delete_permission');
INSERT INTO public.auth_permission VALUES (620, 'Can view permission', 157, 'view_permission');
INSERT INTO public.auth_permission VALUES (621, 'Can add group', 158, 'add_group');
INSERT INTO public.auth_permission VALUES (622, 'Can change group', 158, 'change_group');
INSERT INTO public.auth_permission VALUES (623, 'Can delete group', 158, 'delete_group');
INSERT INTO public.auth_permission VALUES (624, 'Can view group', 158, 'view_group');
INSERT INTO public.auth_permission VALUES (625, 'Can add content type', 159, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (626, 'Can change content type', 159, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (627, 'Can delete content type', 159, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (628, 'Can view content type', 159, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (629, 'Can add session', 160, 'add_session');
INSERT INTO public.auth_permission VALUES (630, 'Can change session', 160, 'change_session');
INSERT INTO public.auth_permission VALUES (631, 'Can delete session', 160, 'delete_session');
INSERT INTO public.auth_permission VALUES (632, 'Can view session', 160, 'view_session');
INSERT INTO public.auth_permission VALUES (633, 'Can add email address', 161, 'add_emailaddress');
INSERT INTO public.auth_permission VALUES (634, 'Can change email address', 161, 'change_emailaddress');
INSERT INTO public.auth_permission VALUES (635, 'Can delete email address', 161, 'delete_emailaddress');
INSERT INTO public.auth_permission VALUES (636, 'Can view email address', 161, 'view_emailaddress');
INSERT INTO public.auth_permission VALUES (637, 'Can add email confirmation', 162, 'add_emailconfirmation');
INSERT INTO public.auth_permission VALUES (638, 'Can change email confirmation', 162, 'change_emailconfirmation');
INSERT INTO public.auth_permission VALUES (639, 'Can delete email confirmation', 162, 'delete_emailconfirmation');
INSERT INTO public.auth_permission VALUES (640, 'Can view email confirmation', 162, 'view_emailconfirmation');
INSERT INTO public.auth_permission VALUES (641, 'Can add authenticator', 163, 'add_authenticator');
INSERT INTO public.auth_permission VALUES (642, 'Can change authenticator', 163, 'change_authenticator');
INSERT INTO public.auth_permission VALUES (643, 'Can delete authenticator', 163, 'delete_authenticator');
INSERT INTO public.auth_permission VALUES (644, 'Can view authenticator', 163, 'view_authenticator');
INSERT INTO public.auth_permission VALUES (645, 'Can add social account', 164, 'add_socialaccount');
INSERT INTO public.auth_permission VALUES (646, 'Can change social account', 164, 'change_socialaccount');
INSERT INTO public.auth_permission VALUES (647, 'Can delete social account', 164, 'delete_socialaccount');
INSERT INTO public.auth_permission VALUES (648, 'Can view social account', 164, 'view_socialaccount');
INSERT INTO public.auth_permission VALUES (649, 'Can add social application', 165, 'add_socialapp');
INSERT INTO public.auth_permission VALUES (650, 'Can change social application', 165, 'change_socialapp');
INSERT INTO public.auth_permission VALUES (651, 'Can delete social application', 165, 'delete_socialapp');
INSERT INTO public.auth_permission VALUES (652, 'Can view social application', 165, 'view_socialapp');
INSERT INTO public.auth_permission VALUES (653, 'Can add social application token', 166, 'add_socialtoken');
INSERT INTO public.auth_permission VALUES (654, 'Can change social application token', 166, 'change_socialtoken');
INSERT INTO public.auth_permission VALUES (655, 'Can delete social application token', 166, 'delete_socialtoken');
INSERT INTO public.auth_permission VALUES (656, 'Can view social application token', 166, 'view_socialtoken');
INSERT INTO public.auth_permission VALUES (657, 'Can add context', 167, 'add_context');
INSERT INTO public.auth_permission VALUES (658, 'Can change context', 167, 'change_context');
INSERT INTO public.auth_permission VALUES (659, 'Can delete context', 167, 'delete_context');
INSERT INTO public.auth_permission VALUES (660, 'Can view context', 167, 'view_context');
INSERT INTO public.auth_permission VALUES (661, 'Can add events', 1, 'add_events');
INSERT INTO public.auth_permission VALUES (662, 'Can change events', 1, 'change_events');
INSERT INTO public.auth_permission VALUES (663, 'Can delete events', 1, 'delete_events');
INSERT INTO public.auth_permission VALUES (664, 'Can view events', 1, 'view_events');
INSERT INTO public.auth_permission VALUES (665, 'Can add middleware events', 2, 'add_middlewareevents');
INSERT INTO public.auth_permission VALUES (666, 'Can change middleware events', 2, 'change_middlewareevents');
INSERT INTO public.auth_permission VALUES (667, 'Can delete middleware events', 2, 'delete_middlewareevents');
INSERT INTO public.auth_permission VALUES (668, 'Can view middleware events', 2, 'view_middlewareevents');
INSERT INTO public.auth_permission VALUES (669, 'Can add procrastinate event', 168, 'add_procrastinateevent');
INSERT INTO public.auth_permission VALUES (670, 'Can change procrastinate event', 168, 'change_procrastinateevent');
INSERT INTO public.auth_permission VALUES (671, 'Can delete procrastinate event', 168, 'delete_procrastinateevent');
INSERT INTO public.auth_permission VALUES (672, 'Can view procrastinate event', 168, 'view_procrastinateevent');
INSERT INTO public.auth_permission VALUES (673, 'Can add procrastinate job', 169, 'add_procrastinatejob');
INSERT INTO public.auth_permission VALUES (674, 'Can change procrastinate job', 169, 'change_procrastinatejob');
INSERT INTO public.auth_permission VALUES (675, 'Can delete procrastinate job', 169, 'delete_procrastinatejob');
INSERT INTO public.auth_permission VALUES (676, 'Can view procrastinate job', 169, 'view_procrastinatejob');
INSERT INTO public.auth_permission VALUES (677, 'Can add procrastinate periodic defer', 170, 'add_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (678, 'Can change procrastinate periodic defer', 170, 'change_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (679, 'Can delete procrastinate periodic defer', 170, 'delete_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (680, 'Can view procrastinate periodic defer', 170, 'view_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (681, 'Can add procrastinate worker', 171, 'add_procrastinateworker');
INSERT INTO public.auth_permission VALUES (682, 'Can change procrastinate worker', 171, 'change_procrastinateworker');
INSERT INTO public.auth_permission VALUES (683, 'Can delete procrastinate worker', 171, 'delete_procrastinateworker');
INSERT INTO public.auth_permission VALUES (684, 'Can view procrastinate worker', 171, 'view_procrastinateworker');
INSERT INTO public.django_migrations VALUES (1, 'pghistory', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (2, 'pghistory', '0002_aggregateevent', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (3, 'pghistory', '0003_auto_20201023_1636', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (4, 'pghistory', '0004_auto_20220906_1625', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (5, 'pghistory', '0005_events_middlewareevents', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (6, 'pghistory', '0006_delete_aggregateevent', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (7, 'pghistory', '0007_auto_20250421_0444', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (8, 'contenttypes', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (9, 'contenttypes', '0002_remove_content_type_name', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (10, 'auth', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (11, 'auth', '0002_alter_permission_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (12, 'auth', '0003_alter_user_email_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (13, 'auth', '0004_alter_user_username_opts', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (14, 'auth', '0005_alter_user_last_login_null', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (15, 'auth', '0006_require_contenttypes_0002', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (16, 'auth', '0007_alter_validators_add_error_messages', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (17, 'auth', '0008_alter_user_username_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (18, 'auth', '0009_alter_user_last_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (19, 'auth', '0010_alter_group_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (20, 'auth', '0011_update_proxy_permissions', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (21, 'auth', '0012_alter_user_first_name_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (22, 'members', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (23, 'account', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (24, 'account', '0002_email_max_length', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (25, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (26, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (27, 'account', '0005_emailaddress_idx_upper_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (28, 'account', '0006_emailaddress_lower', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (29, 'account', '0007_emailaddress_idx_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (30, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (31, 'account', '0009_emailaddress_unique_primary_email', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (32, 'claims', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (33, 'claims', '0002_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (34, 'members', '0002_api_tokens', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (35, 'facilities', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (36, 'facilities', '0002_find_hours_by_time', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (37, 'holds', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (38, 'ledger', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (39, 'ledger', '0002_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (40, 'mail', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (41, 'mail', '0002_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (42, 'meetups', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (43, 'mfa', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (44, 'mfa', '0002_authenticator_timestamps', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (45, 'mfa', '0003_authenticator_type_uniq', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (46, 'network', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (47, 'network', '0002_portraits_and_strips', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (48, 'network', '0003_aims_and_holdback', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (49, 'network', '0004_ties_by_strength', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (50, 'newsroom', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (51, 'newsroom', '0002_pulse', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (52, 'newsroom', '0003_links_threads_focus_and_pins', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (53, 'observatory', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (54, 'observatory', '0002_asking', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (55, 'observatory', '0003_evidence', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (56, 'observatory', '0004_learning', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (57, 'observatory', '0005_industries_and_services', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (58, 'observatory', '0006_answers_in_tables_and_files', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (59, 'portal', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (60, 'portal', '0002_subscription', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (61, 'portal', '0003_policies', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (62, 'portal', '0004_old_addresses', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (63, 'portal', '0005_site', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (64, 'procrastinate', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (65, 'procrastinate', '0002_drop_started_at_column', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (66, 'procrastinate', '0003_drop_started_at_column', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (67, 'procrastinate', '0004_drop_procrastinate_version_table', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (68, 'procrastinate', '0005_fix_procrastinate_fetch_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (69, 'procrastinate', '0006_fix_trigger_status_events_insert', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (70, 'procrastinate', '0007_add_queueing_lock_column', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (71, 'procrastinate', '0008_close_fetch_job_race_condition', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (72, 'procrastinate', '0009_add_defer_job_function', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (73, 'procrastinate', '0010_add_procrastinate_periodic_defers', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (74, 'procrastinate', '0011_add_foreign_key_index', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (75, 'procrastinate', '0012_add_locks_to_periodic_defer', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (76, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (77, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (78, 'procrastinate', '0015_add_trigger_on_job_deletion', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (79, 'procrastinate', '0016_delete_finished_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (80, 'procrastinate', '0017_add_checks_to_finish_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (81, 'procrastinate', '0018_add_checks_to_retry_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (82, 'procrastinate', '0019_fix_finish_job_compat_issue', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (83, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (84, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (85, 'procrastinate', '0022_null_locks_excluded', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (86, 'procrastinate', '0023_remove_old_finish_job_function', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (87, 'procrastinate', '0024_job_id_bigint', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (88, 'procrastinate', '0025_add_models', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (89, 'procrastinate', '0026_add_job_priority', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (90, 'procrastinate', '0027_add_periodic_job_priority', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (91, 'procrastinate', '0028_add_cancel_states', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (92, 'procrastinate', '0029_add_additional_params_to_retry_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (93, 'procrastinate', '0030_alter_procrastinateevent_options', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (94, 'procrastinate', '0031_add_indexes_for_fetch_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (95, 'procrastinate', '0032_pre_cancel_notification', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (96, 'procrastinate', '0033_post_cancel_notification', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (97, 'procrastinate', '0034_pre_add_heartbeat', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (98, 'procrastinate', '0035_post_add_heartbeat', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (99, 'procrastinate', '0036_add_worker_model', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (100, 'procrastinate', '0037_pre_batch_defer_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (101, 'procrastinate', '0038_post_batch_defer_jobs', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (102, 'procrastinate', '0039_pre_priority_lock_fetch_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (103, 'procrastinate', '0040_pre_retry_failed_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (104, 'procrastinate', '0041_post_retry_failed_job', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (105, 'sessions', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (106, 'socialaccount', '0001_initial', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (107, 'socialaccount', '0002_token_max_lengths', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (108, 'socialaccount', '0003_extra_data_default_dict', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (109, 'socialaccount', '0004_app_provider_id_settings', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (110, 'socialaccount', '0005_socialtoken_nullable_app', '2026-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (111, 'socialaccount', '0006_alter_socialaccount_extra_data', '2026-01-01 00:00:00+00');
SELECT pg_catalog.setval('public.auth_permission_id_seq', 684, true);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 171, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 111, true);
SELECT pg_catalog.set_config('search_path', 'public', false);
