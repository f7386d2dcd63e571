@{
    RootModule           = 'HyperVLab.Testing.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = 'c2a8f0b5-0a41-4c0e-9e0c-5d3b0c9d8a17'
    Author               = 'HyperVLab contributors'
    CompanyName          = 'HyperVLab contributors'
    Copyright            = '(c) HyperVLab contributors. MIT licence.'
    Description          = 'Tests of runbooks for Hyper-V and failover clusters, in a lab of HyperVLab, with Pester 5.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('HyperVLab.Testing.format.ps1xml')
    FunctionsToExport    = @(
        'Assert-LabAccess'
        'Assert-LabHighlyAvailable'
        'Assert-LabOnline'
        'Assert-LabOutage'
        'Assert-LabQuorum'
        'Invoke-LabRunbook'
        'Measure-LabOutage'
        'New-LabTestCluster'
    )
    CmdletsToExport      = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags                       = @('Hyper-V', 'FailoverCluster', 'Pester', 'Testing', 'PSEdition_Core')
            LicenseUri                 = 'https://opensource.org/license/mit'
            ExternalModuleDependencies = @('HyperVLab', 'Pester')
        }
    }
}
