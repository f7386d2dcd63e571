# Stands for Storage while Invoke-LabRunbook runs a script: the real names, and behind them the lab.
@{
    RootModule        = 'Storage.psm1'
    ModuleVersion     = '2.0.0.0'
    FunctionsToExport = '*'
    AliasesToExport   = '*'
    CmdletsToExport   = @()
    VariablesToExport = @()
}
