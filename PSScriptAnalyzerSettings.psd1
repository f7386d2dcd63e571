@{
    Severity     = @('Error', 'Warning', 'Information')
    ExcludeRules = @(
        # Computers of a lab are named in scripts: they are no secret, and no real computer has to do with them.
        'PSAvoidUsingComputerNameHardcoded'
    )
}
