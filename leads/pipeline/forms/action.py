"""What the forms of all actions have in common."""

from crispy_forms.helper import FormHelper
from django import forms


class ActionForm(forms.Form):
    """Drawn inside the <form> of its page; the server says what is missing, not the browser."""

    use_required_attribute = False
    # Many small figures: beside each other where there is room.
    wide = False

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag, helper.disable_csrf, helper.hide_optional = False, True, True
        return helper
