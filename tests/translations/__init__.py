"""What the project says, and whether its catalogues say it in Russian; see messages, catalogues."""
