"""
What is proved here is a text, a page or a file: the database only hands over the rows that the test has put there, by
plain questions of Django's. That is looked at on PostgreSQL alone, which refuses more.

Whatever may differ between the two never belongs here, but runs on both: locks and races, constraints and triggers,
SQL written by hand, searches, lists and their order, plans, the page cache, jobs, what an act leaves behind; and every
kind of page once (tests/newsroom/showing/test_the_clock.py). test_parts.py looks out for the plainest.
"""

OUTSIDE_THE_DATABASE = (
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
    "tests/newsroom/test_board_photos.py",
    "tests/desk/test_paper_form.py",
    # Who may do what: the groups' rights, as Django's own tables hold them.
    "tests/newsroom/test_rights_records.py",
    "tests/newsroom/test_rights_stories.py",
    # Which pages an act changes, of all there are; that they are dropped, and by the clock, is proved on both.
    "tests/newsroom/showing/test_what_pages_show.py",
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
