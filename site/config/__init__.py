"""The Django project: settings, addresses, the command line."""
