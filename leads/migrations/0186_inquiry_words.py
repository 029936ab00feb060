"""The words of what is wanted, in any of their forms, without reading every inquiry."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("leads", "0172_words_of_all_rooms")]
    operations = [
        migrations.AddIndex(
            model_name="inquiry",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", config="russian"),
                name="inquiry_words",
            ),
        ),
    ]
