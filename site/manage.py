#!/usr/bin/env python
from config.cli import main

main()
