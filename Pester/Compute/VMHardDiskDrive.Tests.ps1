BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost NODE1 | Out-Null
    Install-LabOperatingSystem NODE1 -Edition HyperVServer2008R2
    Enable-LabRemoteManagement NODE1
    Join-LabDomain lab.local -ComputerName NODE1 -Restart
    $vm = New-LabVM web01 -NewVHDPath C:\VMs\one.vhd -NewVHDSizeBytes 1GB
    New-LabVM spare -NewVHDPath C:\VMs\two.vhd -NewVHDSizeBytes 1GB | Out-Null
    New-LabVM more -NewVHDPath C:\VMs\three.vhd -NewVHDSizeBytes 1GB | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Hard disk drives of virtual machines' {
    It 'are listed by machine, in the real columns' {
        $drive = Get-LabVMHardDiskDrive web01
        $drive | Should -BeOfType HyperVLab.Objects.HardDiskDrive
        $drive.Path | Should -Be 'C:\VMs\one.vhd'
        $drive.Name | Should -Be 'Hard Drive on IDE controller number 0 at location 0'
        Get-LabVM | Get-LabVMHardDiskDrive | Should -HaveCount 3
        $text = $drive | Out-String -Width 200
        $text | Should -BeLike '*VMName*ControllerType*ControllerNumber*ControllerLocation*DiskNumber*Path*'
    }

    It 'are added to the first free place, or to the one that is given' {
        (Add-LabVMHardDiskDrive web01 -Path C:\VMs\two.vhd -Passthru).ControllerLocation | Should -Be 1
        $scsi = $vm | Add-LabVMHardDiskDrive -ControllerType SCSI -ControllerLocation 5 -Path C:\VMs\three.vhd -Passthru
        $scsi.ControllerType | Should -Be 'SCSI'
        $scsi.ControllerLocation | Should -Be 5
        Get-LabVMHardDiskDrive web01 -ControllerType SCSI | Should -HaveCount 1
        Add-LabVMHardDiskDrive web01 -Path C:\VMs\two.vhd -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId |
            Should -Be 'InvalidParameter,HyperVLab.Commands.Compute.AddLabVMHardDiskDriveCommand'
    }

    It 'move and take another disk' {
        $drive = Set-LabVMHardDiskDrive web01 IDE 0 1 -ToControllerNumber 1 -Passthru
        $drive.ControllerNumber | Should -Be 1
        $drive.ControllerLocation | Should -Be 1
        Get-LabVMHardDiskDrive web01 -ControllerType SCSI | Remove-LabVMHardDiskDrive
        ($drive | Set-LabVMHardDiskDrive -Path C:\VMs\three.vhd -Passthru).Path | Should -Be 'C:\VMs\three.vhd'
        { Set-LabVMHardDiskDrive web01 SCSI 3 3 -Path C:\VMs\two.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.SetLabVMHardDiskDriveCommand'
    }

    It 'are removed while the machine is off' {
        Start-LabVM web01
        { Remove-LabVMHardDiskDrive web01 IDE 1 1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Compute.RemoveLabVMHardDiskDriveCommand'
        Stop-LabVM web01 -TurnOff
        Remove-LabVMHardDiskDrive web01 IDE 1 1
        $vm.HardDrives | Should -HaveCount 1
    }

    It 'change nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Add-LabVMHardDiskDrive web01 -Path C:\VMs\two.vhd -WhatIf
        Set-LabVMHardDiskDrive web01 IDE 0 0 -ToControllerNumber 1 -WhatIf
        Remove-LabVMHardDiskDrive web01 IDE 0 0 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
