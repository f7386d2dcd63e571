BeforeAll { Import-Module $PSScriptRoot/../../HyperVLab.psd1 }

Describe 'Names of Virtual Machine Manager 2008 R2' {
    It 'lead to the cmdlets that do their work' {
        (Get-Alias New-P2V).Definition | Should -Be 'Convert-LabP2V'
        (Get-Alias New-V2V).Definition | Should -Be 'New-LabV2V'
        (Get-Alias Get-VMMServer).Definition | Should -Be 'Get-LabVMMServer'
        (Get-Alias Refresh-LibraryShare).Definition | Should -Be 'Read-LabLibraryShare'
    }

    It 'are all exported' {
        $named = (Import-PowerShellDataFile $PSScriptRoot/../../HyperVLab.psd1).AliasesToExport
        (Get-Module HyperVLab).ExportedAliases.Keys | Sort-Object | Should -Be ($named | Sort-Object)
    }
}
