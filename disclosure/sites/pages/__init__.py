"""What each page of a site shows, decided here for the templates: one view a module."""
