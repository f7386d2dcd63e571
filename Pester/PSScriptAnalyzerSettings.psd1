@{
    Severity     = @('Error', 'Warning', 'Information')
    ExcludeRules = @(
        'PSAvoidUsingComputerNameHardcoded'
        # The rule does not know that Pester hands variables of BeforeAll and BeforeDiscovery on to the tests.
        'PSUseDeclaredVarsMoreThanAssignments'
    )
}
