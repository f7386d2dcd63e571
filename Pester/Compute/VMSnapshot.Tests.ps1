BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost NODE1 | Out-Null
    Install-LabOperatingSystem NODE1 -Edition HyperVServer2008R2
    Enable-LabRemoteManagement NODE1
    Join-LabDomain lab.local -ComputerName NODE1 -Restart
    $vm = New-LabVM web01 -NewVHDPath C:\VMs\web01.vhd -NewVHDSizeBytes 1GB -MemoryStartupBytes 512MB
}

AfterAll { Remove-Lab Lab }

Describe 'Checkpoints of virtual machines' {
    It 'are taken at once of a machine that is off' {
        Checkpoint-LabVM web01 | Should -BeNullOrEmpty
        $snapshot = Checkpoint-LabVM web01 -SnapshotName clean -Passthru
        $snapshot | Should -BeOfType HyperVLab.Objects.VMSnapshot
        $snapshot.State | Should -Be 'Off'
        $snapshot.VMName | Should -Be 'web01'
        $snapshot.Name | Should -Be 'clean'
        $snapshot.ParentSnapshotName | Should -BeLike 'web01 - (*)'
        $vm.ParentSnapshotName | Should -Be 'clean'
        $vm.HardDrives[0].Path | Should -Match '^C:\\VMs\\web01_[0-9A-F-]{36}\.avhd$'
    }

    It 'are listed in the real columns, by machine, name, identifier and kinship' {
        Get-LabVMSnapshot web01 | Should -HaveCount 2
        $otherName = 'Get-LabVMCheckpoint'
        (Get-LabVM web01 | & $otherName -Name cl*).Name | Should -Be 'clean'
        $clean = Get-LabVMSnapshot web01 clean
        (Get-LabVMSnapshot -Id $clean.Id).Name | Should -Be 'clean'
        (Get-LabVMSnapshot -ParentOf $vm).Name | Should -Be 'clean'
        $first = Get-LabVMSnapshot -ParentOf $clean
        (Get-LabVMSnapshot -ChildOf $first).Name | Should -Be 'clean'
        $text = $clean | Out-String -Width 200
        $text | Should -BeLike '*VMName*Name*SnapshotType*CreationTime*ParentSnapshotName*'
        { Get-LabVMSnapshot web01 nothing -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.GetLabVMSnapshotCommand'
    }

    It 'show the drives and network adapters that they keep' {
        $clean = Get-LabVMSnapshot web01 clean
        $drive = $clean | Get-LabVMHardDiskDrive
        $drive.Path | Should -Match '^C:\\VMs\\web01_[0-9A-F-]{36}\.avhd$'
        $drive.Path | Should -Not -Be $vm.HardDrives[0].Path
        $drive.VMName | Should -Be 'web01'
        $drive.VMSnapshotName | Should -Be 'clean'
        $drive.VMSnapshotId | Should -Be $clean.Id
        Get-LabVMHardDiskDrive $clean -ControllerType SCSI | Should -BeNullOrEmpty
        (Get-LabVMHardDiskDrive -VMCheckpoint $clean -ControllerLocation 0).Name | Should -Be $drive.Name
        $adapter = Get-LabVMNetworkAdapter -VMSnapshot $clean
        $adapter.Name | Should -Be $vm.NetworkAdapters[0].Name
        $adapter.VMSnapshotName | Should -Be 'clean'
        $adapter.IPAddresses | Should -HaveCount 0
        { $clean | Get-LabVMNetworkAdapter -Name none -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.GetLabVMNetworkAdapterCommand'
        $drive | Out-String -Width 200 | Should -BeLike '*VMName*ControllerType*ControllerNumber*Path*web01*IDE*'
        $adapter | Out-String -Width 200 | Should -BeLike '*Name*IsManagementOs*VMName*SwitchName*web01*'
    }

    It 'stop a running machine for a moment only, and write its memory while it runs' {
        Start-LabVM web01
        $job = Checkpoint-LabVM web01 live -AsJob
        Step-LabClock 1
        $vm.State | Should -Be 'Running'
        $vm.Status | Should -Be 'Creating checkpoint'
        $vm.OperationalStatus | Should -Contain 'CreatingSnapshot'
        $job | Wait-LabJob | Out-Null
        $live = Get-LabVMSnapshot web01 live
        $live.State | Should -Be 'Saved'
        $live.SizeOfSystemFiles | Should -BeGreaterThan 512MB
        $vm.Status | Should -Be 'Operating normally'
    }

    It 'get other names' {
        Rename-LabVMSnapshot live web01 'while it ran'
        (Get-LabVMSnapshot web01 live* ) | Should -BeNullOrEmpty
        $renamed = Get-LabVMSnapshot web01 'while it ran' | Rename-LabVMSnapshot -NewName live -Passthru
        $renamed.Name | Should -Be 'live'
    }

    It 'are gone back to, off or saved as they say' {
        Restore-LabVMSnapshot live web01 -Confirm:$false
        $vm.State | Should -Be 'Saved'
        Start-LabVM web01
        $vm.State | Should -Be 'Running'
        $restored = $vm | Restore-LabVMSnapshot -Name clean -Passthru
        $restored.Name | Should -Be 'clean'
        $vm.State | Should -Be 'Off'
        $vm.ParentSnapshotName | Should -Be 'clean'
        { Restore-LabVMSnapshot nothing web01 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Compute.RestoreLabVMSnapshotCommand'
    }

    It 'are removed with those that came after them, and their disks merge while the machine is off' {
        Start-LabVM web01
        Get-LabVMSnapshot web01 web01* | Remove-LabVMSnapshot -IncludeAllChildSnapshots
        Get-LabVMSnapshot web01 | Should -BeNullOrEmpty
        Step-LabClock 600
        $vm.HardDrives[0].Path | Should -BeLike '*.avhd'

        Stop-LabVM web01 -TurnOff
        $vm.Status | Should -Be 'Merging disks'
        $vm.OperationalStatus | Should -Contain 'MergingDisks'
        $vm.MergePercentComplete | Should -BeLessThan 100
        Step-LabClock 60
        $vm.HardDrives[0].Path | Should -Be 'C:\VMs\web01.vhd'
        Get-LabEvent | Where-Object Message -like '*background disk merge*finished successfully*' |
            Should -Not -BeNullOrEmpty
    }

    It 'change nothing under -WhatIf' {
        Checkpoint-LabVM web01 one
        $hash = (Get-Lab).JournalHash
        Checkpoint-LabVM web01 two -WhatIf
        Restore-LabVMSnapshot one web01 -WhatIf
        Rename-LabVMSnapshot one web01 -NewName two -WhatIf
        Remove-LabVMSnapshot web01 -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
