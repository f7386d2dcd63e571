BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1
    New-LabLun -StorageArray SAN -Name Big -SizeBytes 40GB | Out-Null
    'NODE1', 'NODE2' | ForEach-Object {
        Add-LabLunMapping -Lun Big -ComputerName $_ | Out-Null
        Update-LabHostStorageCache -ComputerName $_
    }

    $vm = New-LabVM db01 -ComputerName NODE1 -MemoryStartupBytes 1GB -SwitchName VMs -Path C:\ClusterStorage\Volume1 `
        -NewVHDPath C:\ClusterStorage\Volume1\db01\db01.vhd -NewVHDSizeBytes 20GB
    Install-LabGuestOS db01 'Windows Server 2008 R2 Enterprise'
    function disk($node) { Get-LabDisk -ComputerName $node | Where-Object Lun -EQ Big }
}

AfterAll { Remove-Lab Lab }

Describe 'A disk of the host that a virtual machine has whole' {
    It 'is refused while it is online' {
        Set-LabDisk -ComputerName NODE1 -Number (disk NODE1).Number -IsOffline $false
        { Add-LabVMHardDiskDrive db01 SCSI -DiskNumber (disk NODE1).Number -ErrorAction Stop } |
            Should -Throw '*online on NODE1*' -ErrorId 'InvalidState,*'
        Set-LabDisk -ComputerName NODE1 -Number (disk NODE1).Number -IsOffline $true
    }

    It 'is given by its number, or comes from Get-LabDisk' {
        $drive = disk NODE1 | Add-LabVMHardDiskDrive db01 -ControllerType SCSI -Passthru
        $drive.DiskNumber | Should -Be (disk NODE1).Number
        $drive.Path | Should -Match '^Disk \d+ 40\.00 GB Bus 0 Lun \d+ Target 0$'
        (Get-LabVM db01).HardDrives | Should -HaveCount 2
        ($drive | Set-LabVMHardDiskDrive -ToControllerLocation 5 -Passthru).ControllerLocation | Should -Be 5
    }

    It 'is given once, and keeps its machine from having checkpoints' {
        { Add-LabVMHardDiskDrive db01 SCSI -DiskNumber (disk NODE1).Number -ErrorAction Stop } |
            Should -Throw "*drive of 'db01' already*"
        { Checkpoint-LabVM db01 -ErrorAction Stop } | Should -Throw '*physical disk*'
        { Add-LabVMHardDiskDrive db01 -ErrorAction Stop } | Should -Throw '*-Path*-DiskNumber*'
    }

    It 'goes into the group of its machine, and with it to the other node' {
        Add-LabClusterVirtualMachineRole db01 | Out-Null
        Start-LabClusterGroup db01 | Out-Null
        Step-LabClock -Seconds 180
        $taken = Get-LabClusterResource |
            Where-Object { "$($_.OwnerGroup)" -eq 'db01' -and $_.ResourceType -eq 'Physical Disk' }
        (Get-LabClusterResource 'Virtual Machine db01').DependsOn | Should -Contain $taken.Name

        Start-LabWorkload db01 Ledger -ControllerType SCSI | Out-Null
        Move-LabClusterVirtualMachineRole db01 NODE2 | Out-Null
        Step-LabClock -Seconds 30
        (Get-LabLun Big).ReservedBy | Should -Be 'NODE2'
        (Get-LabVMHardDiskDrive db01 -ControllerType SCSI).DiskNumber | Should -Be (disk NODE2).Number
        $proof = Test-LabWorkload db01
        $proof.IsConsistent | Should -BeTrue
        $proof.Lost | Should -Be 0
        $proof.Durable | Should -BeGreaterThan 1000
    }

    It 'cannot be brought online while its machine runs, and leaves the cluster with its drive' {
        { Set-LabDisk -ComputerName NODE2 -Number (disk NODE2).Number -IsOffline $false -ErrorAction Stop } |
            Should -Throw
        Get-LabVMHardDiskDrive db01 -ControllerType SCSI | Remove-LabVMHardDiskDrive
        (Update-LabClusterVirtualMachineConfiguration 'Virtual Machine Configuration db01').Name |
            Should -Be 'Virtual Machine Configuration db01'
        (Get-LabLun Big).IsClustered | Should -BeFalse
        Get-LabVM db01 | Update-LabClusterVirtualMachineConfiguration | Should -HaveCount 1
        Update-LabClusterVirtualMachineConfiguration -VMId $vm.Id | Should -HaveCount 1
        { Update-LabClusterVirtualMachineConfiguration 'Cluster Name' -ErrorAction Stop } |
            Should -Throw '*no resource of a virtual machine*'
    }
}
