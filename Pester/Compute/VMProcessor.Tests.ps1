BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost NODE1 | Out-Null
    Install-LabOperatingSystem NODE1 -Edition HyperVServer2008R2
    Enable-LabRemoteManagement NODE1
    Join-LabDomain lab.local -ComputerName NODE1 -Restart
    $vm = New-LabVM web01
}

AfterAll { Remove-Lab Lab }

Describe 'Processors of virtual machines' {
    It 'are shown in the real columns' {
        $processor = Get-LabVMProcessor web01
        $processor.Count | Should -Be 1
        $processor.CompatibilityForMigrationEnabled | Should -BeFalse
        $text = $processor | Format-Table | Out-String -Width 200
        $text | Should -BeLike '*VMName*Count*CompatibilityForMigrationEnabled*'
        $text | Should -BeLike '*CompatibilityForOlderOperatingSystemsEnabled*'
    }

    It 'are changed while the machine is off' {
        $set = $vm | Set-LabVMProcessor -Count 4 -CompatibilityForMigrationEnabled $true -Passthru
        $set | Should -BeOfType HyperVLab.Objects.VMProcessor
        $set.Count | Should -Be 4
        $set.CompatibilityForMigrationEnabled | Should -BeTrue
        $vm.ProcessorCount | Should -Be 4
    }

    It 'are at most four on R2' {
        { Set-LabVMProcessor web01 -Count 5 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.SetLabVMProcessorCommand'
    }

    It 'change nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Set-LabVMProcessor web01 -Count 2 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
