"""A file to bring in, and which of its columns is what."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.importing.columns import FIELDS
from leads.importing.files import BYTES_AT_MOST, FileError, read
from leads.models import ImportRun


class ImportForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What is in the file"), choices=ImportRun.Kind, widget=forms.RadioSelect
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV (UTF-8, UTF-16 or Windows-1251; separated by “;”, “,” or tab) or XLSX, 20 MB and "
            "100,000 lines at most. The first line names the columns."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx"}),
    )

    def clean_file(self):
        """The file as a table."""
        file = self.cleaned_data["file"]
        if file.size > BYTES_AT_MOST:
            raise forms.ValidationError(_("The file is larger than 20 MB. Split it."))
        self.name = file.name
        try:
            return read(file.read())
        except FileError as error:
            raise forms.ValidationError(str(error)) from None


class MappingForm(forms.Form):
    """A pick-list of the file's columns for each field; two fields share no column."""

    def __init__(self, run: ImportRun, *args):
        super().__init__(*args, initial=run.mapping)
        self.run = run
        columns = [
            (place, heading or _("Column %(number)s") % {"number": place + 1})
            for place, heading in enumerate(run.headings)
        ]
        for name, (label, _words) in FIELDS[run.kind].items():
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                required=False,
                coerce=int,
                empty_value=None,
                choices=[("", _("not in the file")), *columns],
            )

    def clean(self):
        given = {name: place for name, place in self.cleaned_data.items() if place is not None}
        seen: dict[int, str] = {}
        for name, place in given.items():
            if place in seen:
                said = _("This column is taken for “%(other)s” already")
                self.add_error(name, said % {"other": self.fields[seen[place]].label})
            seen.setdefault(place, name)
        if not {"company", "person", "phone", "email"} & given.keys():
            self.add_error(None, _("Say in which column the company, person, phone or e-mail is."))
        if "text" in self.fields and "text" not in given:
            self.add_error("text", _("Say in which column it stands what is wanted."))
        return given
