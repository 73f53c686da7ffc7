"""`python -m actqa`: the same as the program `actqa`."""

from actqa.cli import main

main()
