@{
    RootModule           = 'HyperVLab.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '6f1d1c0e-3b58-4f0a-9a50-7c0a4c6f8f21'
    Author               = 'HyperVLab contributors'
    CompanyName          = 'HyperVLab contributors'
    Copyright            = '(c) HyperVLab contributors. MIT licence.'
    Description          = 'A simulated Hyper-V fabric: hosts, storage, networks, clusters, VMs with real VHD files.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('HyperVLab.format.ps1xml')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        # Labs
        'Enter-LabHost'
        'Exit-LabHost'
        'Export-Lab'
        'Export-LabJournal'
        'Get-Lab'
        'Get-LabClock'
        'Get-LabEvent'
        'Get-LabJob'
        'Import-Lab'
        'New-Lab'
        'Remove-Lab'
        'Select-Lab'
        'Set-LabClock'
        'Step-LabClock'
        'Stop-LabJob'
        'Wait-LabJob'
        # Hosts
        'Add-LabChassis'
        'Add-LabHost'
        'Add-LabLocalGroupMember'
        'Disable-LabNetFirewallRule'
        'Disable-LabRemoteDesktop'
        'Disable-LabRemoteManagement'
        'Enable-LabNetFirewallRule'
        'Enable-LabRemoteDesktop'
        'Enable-LabRemoteManagement'
        'Get-LabADComputer'
        'Get-LabADDomain'
        'Get-LabADUser'
        'Get-LabChassis'
        'Get-LabDnsServerResourceRecord'
        'Get-LabEdition'
        'Get-LabHost'
        'Get-LabLocalGroupMember'
        'Get-LabNetFirewallRule'
        'Get-LabPackage'
        'Get-LabVMHost'
        'Get-LabWindowsFeature'
        'Install-LabOperatingSystem'
        'Install-LabPackage'
        'Install-LabWindowsFeature'
        'Join-LabDomain'
        'Remove-LabLocalGroupMember'
        'Rename-LabHost'
        'Restart-LabHost'
        'Set-LabVMHost'
        'Start-LabHost'
        'Stop-LabHost'
        'Uninstall-LabWindowsFeature'
    )
    PrivateData          = @{
        PSData = @{
            Tags       = @('Hyper-V', 'FailoverCluster', 'Simulation', 'Testing', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
