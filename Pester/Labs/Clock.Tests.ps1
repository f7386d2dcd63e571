BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
}

Describe 'A cmdlet before any lab exists' {
    BeforeAll { Get-Lab -WarningAction Ignore | Remove-Lab }

    It 'says how to make one' {
        { Get-LabClock -ErrorAction Stop } | Should -Throw -ErrorId 'NoLab,HyperVLab.Commands.Labs.GetLabClockCommand'
        { Get-LabClock -ErrorAction Stop } | Should -Throw '*New-Lab*'
    }

    It 'warns where only labs are listed' {
        Get-Lab -WarningVariable warning -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $warning | Should -Match 'New-Lab'
    }
}
