"""What every page of this room does with a refusal: back beside the field."""

from django.forms import Form

from lijfspoor.practice.access.refusals import NotPossible, NotUnderstood


def put_back(form: Form, refusal: NotUnderstood | NotPossible) -> None:
    """Show a refusal in the form it came from."""
    if isinstance(refusal, NotPossible):
        form.add_error(None, " ".join((refusal.message, *refusal.reasons)))
        return
    for name, words in refusal.fields.items():
        form.add_error(name if name in form.fields else None, words)
