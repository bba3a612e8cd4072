"""
What is proved here is a text, a page or a file: the database only hands over the rows that the test has put there, by
plain questions of Django's. That is looked at on PostgreSQL alone, which refuses more.

Whatever may differ between the two never belongs here, but runs on both: locks and races, constraints and triggers,
SQL written by hand, searches, lists and their order, plans, the page cache, jobs, what an act leaves behind; and every
kind of page once (tests/newsroom/showing/test_the_clock.py). test_parts.py looks out for the plainest.
"""

OUTSIDE_THE_DATABASE = (
    # What becomes of files in a bucket.
    "tests/storage/test_away.py",
    "tests/storage/test_cuts.py",
    "tests/storage/test_photos.py",
    # A story or an issue as a file for others.
    "tests/articles/exports/",
    "tests/articles/machines/",
    # What is found in the words of a story, and how two texts become one.
    "tests/articles/checks/test_form.py",
    "tests/articles/checks/test_issue_page.py",
    "tests/articles/checks/test_sameness.py",
    "tests/articles/checks/test_stories.py",
    "tests/articles/checks/test_waivers_shown.py",
    "tests/articles/test_unseen_warnings.py",
    "tests/articles/test_merging_editors.py::ChangesThatClashTests",
    "tests/articles/test_merging_editors.py::LongStoriesTests",
    "tests/articles/test_merging_editors.py::QuestionsAndAScriptTests",
    # One story or page, as it is printed: what stands in the HTML.
    "tests/articles/test_ai_mark.py",
    "tests/articles/test_article_page_pictures.py",
    "tests/articles/test_cards.py",
    "tests/articles/test_excerpts.py",
    "tests/articles/test_hotspots_page.py",
    "tests/articles/test_photos_in_print.py",
    "tests/articles/test_picture_rules.py",
    "tests/articles/test_preview_files.py",
    "tests/articles/test_preview_links.py",
    "tests/articles/test_preview_secrets.py",
    "tests/articles/test_telling.py",
    "tests/newsroom/test_colophon.py",
    "tests/newsroom/test_handbook.py",
    "tests/newsroom/test_kept_words.py",
    "tests/newsroom/test_look.py",
    "tests/articles/test_correction_places.py",
    "tests/articles/test_page_edges.py",
    "tests/newsroom/test_board_photos.py",
    # A form of the desk: what is refused in words, and what its rows show.
    "tests/articles/test_page_form.py",
    "tests/articles/test_photo_keeps.py",
    "tests/articles/test_picture_rows.py",
    "tests/desk/test_paper_form.py",
    # Who may do what: the groups' rights, as Django's own tables hold them.
    "tests/permissions/",
    "tests/newsroom/test_rights_accounts.py",
    "tests/newsroom/test_rights_addresses.py",
    "tests/newsroom/test_rights_desks.py",
    "tests/newsroom/test_rights_front.py",
    "tests/newsroom/test_rights_records.py",
    "tests/newsroom/test_rights_stories.py",
    # Which pages an act changes, of all there are; that they are dropped, and by the clock, is proved on both.
    "tests/newsroom/showing/test_what_pages_show.py",
    # Whatever anybody typed stays text, on every page; what it does to the search is asked of both.
    "tests/hostile/",
    # A form with something wrong about it; keys and numbers in addresses are asked of both.
    "tests/fuzz/test_short.py::FormTests",
    # What is told in the log, and at the head of every answer.
    "tests/newsroom/seeing/test_requests.py",
    "tests/newsroom/seeing/test_trouble.py",
    "tests/newsroom/test_security_headers.py",
    # The tool that measures: what it asks for, and what it prints.
    "tests/newsroom/benchmark/test_benchmark.py",
    "tests/newsroom/benchmark/test_minimal.py",
    # A house with a PostgreSQL of its own.
    "tests/faults/",
    # A letter, and a manuscript as Word, PDF or text, read into stories.
    "tests/intake/mail/test_limits.py",
    "tests/intake/mail/test_mailbox.py",
    "tests/intake/mail/test_one_mail.py",
    "tests/intake/test_column_lines.py",
    "tests/intake/test_file_view.py",
    "tests/intake/test_folders.py",
    "tests/intake/test_hostile_folders.py",
    "tests/intake/test_intake_screen.py",
    "tests/intake/test_left_out.py",
    "tests/intake/test_long_paste.py",
    "tests/intake/test_pdf_intake.py",
    "tests/intake/test_screen_files.py",
    "tests/intake/test_seed_issue.py",
    "tests/intake/test_seed_screen.py",
    "tests/intake/test_warnings.py",
    "tests/intake/test_word_intake.py",
    "tests/intake/test_workbench.py",
    # A picture: its sizes, crops, words and labels.
    "tests/media/test_alike_at_the_desk.py",
    "tests/media/test_alike_in_a_manuscript.py",
    "tests/media/test_avif.py",
    "tests/media/test_captions.py",
    "tests/media/test_contact_sheet.py",
    "tests/media/test_crops.py",
    "tests/media/test_filling.py",
    "tests/media/test_focal_point.py",
    "tests/media/test_hostile.py",
    "tests/media/test_originals.py",
    "tests/media/test_photo_admin.py",
    "tests/media/test_picture.py",
    "tests/media/test_public_files.py",
    "tests/media/test_words_from_a_manuscript.py",
    "tests/media/test_words_in_admin.py",
)
