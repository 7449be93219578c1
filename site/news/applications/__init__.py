"""Applications in the editors' interface: who sees them, lists, files, spreadsheets, deleting."""
