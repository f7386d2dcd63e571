BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost NODE1 | Out-Null
    Install-LabOperatingSystem NODE1 -Edition HyperVServer2008R2
    Enable-LabRemoteManagement NODE1
    Join-LabDomain lab.local -ComputerName NODE1 -Restart
    $vm = New-LabVM db01
}

AfterAll { Remove-Lab Lab }

Describe 'Set-LabVMWorkload' {
    It 'says how a guest writes to memory' {
        Set-LabVMWorkload db01 -DirtyBytesPerSecond 200MB -HotSetBytes 1GB
        $vm.DirtyBytesPerSecond | Should -Be 200MB
        $vm.HotSetBytes | Should -Be 1GB
        ($vm | Set-LabVMWorkload -HotSetBytes 2GB -Passthru).DirtyBytesPerSecond | Should -Be 200MB
        $vm.SweepBytesPerSecond | Should -Be 0
        Set-LabVMWorkload db01 -SweepBytesPerSecond 50MB
        $vm.SweepBytesPerSecond | Should -Be 50MB
        $vm.HotSetBytes | Should -Be 2GB
    }

    It 'refuses what cannot be' {
        { Set-LabVMWorkload db01 -DirtyBytesPerSecond -1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.SetLabVMWorkloadCommand'
        { Set-LabVMWorkload db01 -SweepBytesPerSecond 2PB -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.SetLabVMWorkloadCommand'
    }

    It 'changes nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Set-LabVMWorkload db01 -HotSetBytes 1GB -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}

Describe 'Get-LabVMMigration' {
    It 'writes nothing where nothing moved' {
        Get-LabVMMigration | Should -BeNullOrEmpty
        Get-LabVMMigration db01 | Should -BeNullOrEmpty
    }
}
