BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost NODE1 | Out-Null
    Install-LabOperatingSystem NODE1 -Edition HyperVServer2008R2
    Enable-LabRemoteManagement NODE1
    Join-LabDomain lab.local -ComputerName NODE1 -Restart
    $vm = New-LabVM web01 1GB -NewVHDPath web01.vhd -NewVHDSizeBytes 10GB
}

AfterAll { Remove-Lab Lab }

Describe 'Install-LabGuestOS' {
    It 'installs a guest that boots' {
        $system = 'Windows Server 2008 R2 Enterprise'
        $installed = Install-LabGuestOS web01 $system -ComputerName WWW -BootSeconds 20 -Passthru
        $installed.Name | Should -Be 'web01'
        Start-LabVM web01
        $vm.Guest | Should -Be 'Booting'
        $vm.GuestComputerName | Should -Be 'WWW'
        Step-LabClock -Seconds 20
        $vm.Guest | Should -Be 'Running'
        $vm.GuestOperatingSystem | Should -Be 'Windows Server 2008 R2 Enterprise'
        $vm.IntegrationServicesVersion | Should -BeOfType version
    }

    It 'is refused while the machine runs' {
        { $vm | Install-LabGuestOS -OperatingSystem Windows -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Compute.InstallLabGuestOSCommand'
    }

    It 'lets the guest be shut down in order' {
        Stop-LabVM web01
        $vm.State | Should -Be 'Off'
        $vm.Guest | Should -Be 'None'
    }

    It 'is refused without a disk' {
        New-LabVM empty | Out-Null
        { Install-LabGuestOS empty Windows -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Compute.InstallLabGuestOSCommand'
    }

    It 'lets another machine boot the same guest from the disk' {
        $other = New-LabVM copy 1GB -VHDPath web01.vhd
        Start-LabVM copy
        $other.GuestComputerName | Should -Be 'WWW'
        { Start-LabVM web01 -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Compute.StartLabVMCommand'
        Stop-LabVM copy -TurnOff
    }

    It 'changes nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Install-LabGuestOS web01 Windows -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
