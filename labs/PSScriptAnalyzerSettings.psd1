@{
    Severity     = @('Error', 'Warning', 'Information')
    ExcludeRules = @(
        'PSAvoidUsingComputerNameHardcoded'
        # A lab's script shows its steps to a person; what it writes to the pipeline is its result alone.
        'PSAvoidUsingWriteHost'
    )
}
