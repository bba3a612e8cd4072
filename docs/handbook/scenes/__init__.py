"""What is taken, in an order in which nobody spoils another's scene: what changes the sample comes last."""

from docs.handbook.scenes import issues, keeping, photos, reviews, together, words

SCENES = [
    issues.board,
    *(words.writing, words.stories, words.bylines, words.regions, words.intake, words.doubts),
    *(photos.library, photos.focal_point, photos.illustrations, photos.upload_and_captions, photos.picking),
    together.layout,
    *(words.unsaved, words.conflict, words.history),
    *(reviews.waiting, reviews.checks, reviews.review, reviews.review_sheet, reviews.issue_checks, reviews.proofs),
    *(together.notes, together.notices, together.previews),
    *(
        issues.page_form,
        issues.front,
        issues.publish,
        issues.signed,
        issues.export_menu,
        issues.wechat,
        issues.correction,
        issues.withdraw,
    ),
    *(keeping.audit, keeping.paper),
]
