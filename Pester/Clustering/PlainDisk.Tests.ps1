BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1
    $shared = Get-LabClusterSharedVolume
    Remove-LabClusterSharedVolume $shared.Name | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'A cluster disk that is no shared volume' {
    It 'is reserved by its one owner' {
        $lun = Get-LabLun Data
        $owner = "$((Get-LabClusterResource $shared.Name).OwnerNode)"
        $lun.ReservedBy | Should -Be $owner
        $lun.RegisteredBy | Should -Be $owner
        $disks = 'NODE1', 'NODE2' | ForEach-Object { Get-LabDisk -ComputerName $_ | Where-Object Lun -EQ Data }
        ($disks | Where-Object IsRegistered).ComputerName | Should -Be $owner
        $disks.ReservedBy | Should -Be $owner, $owner
    }

    It 'goes to another node with its group' {
        $other = (Get-LabClusterNode | Where-Object Name -NE (Get-LabLun Data).ReservedBy).Name
        Move-LabClusterGroup 'Available Storage' $other | Out-Null
        (Get-LabLun Data).ReservedBy | Should -Be $other
    }

    It 'is every member''s as a shared volume, and its coordinator holds it' {
        Add-LabClusterSharedVolume $shared.Name | Out-Null
        (Get-LabLun Data).RegisteredBy | Sort-Object | Should -Be 'NODE1', 'NODE2'
        (Get-LabLun Data).ReservedBy | Should -Be "$((Get-LabClusterSharedVolume).OwnerNode)"
    }

    It 'is looked at no more in maintenance' {
        Remove-LabClusterSharedVolume $shared.Name | Out-Null
        (Suspend-LabClusterResource $shared.Name).MaintenanceMode | Should -BeTrue
        { Suspend-LabClusterResource $shared.Name -RedirectedAccess -ErrorAction Stop } |
            Should -Throw '*no cluster shared volume*'
        (Get-LabClusterResource $shared.Name | Resume-LabClusterResource).MaintenanceMode | Should -BeFalse
    }
}

Describe 'Two virtual machines on a disk that is no shared volume' {
    BeforeAll {
        New-LabLun -StorageArray SAN -Name Pair -SizeBytes 50GB | Out-Null
        'NODE1', 'NODE2' | ForEach-Object {
            Add-LabLunMapping -Lun Pair -ComputerName $_ | Out-Null
            Update-LabHostStorageCache -ComputerName $_
        }

        $node = "$((Get-LabClusterGroup 'Available Storage').OwnerNode)"
        $other = (Get-LabClusterNode | Where-Object Name -NE $node).Name
        $disk = Get-LabDisk -ComputerName $node | Where-Object Lun -EQ Pair
        Set-LabDisk -ComputerName $node -Number $disk.Number -IsOffline $false
        Initialize-LabDisk -ComputerName $node -Number $disk.Number -PartitionStyle MBR
        New-LabPartition -ComputerName $node -DiskNumber $disk.Number -UseMaximumSize -DriveLetter P | Out-Null
        Format-LabVolume -ComputerName $node -DriveLetter P -FileSystem NTFS | Out-Null
        Get-LabClusterAvailableDisk | Add-LabClusterDisk | Out-Null
        'one', 'two' | ForEach-Object {
            New-LabVM $_ -ComputerName $node -Path P:\ -NoVHD -MemoryStartupBytes 1GB | Out-Null
        }
    }

    It 'become one group, and the second says so' {
        Add-LabClusterVirtualMachineRole one | Out-Null
        Add-LabClusterVirtualMachineRole two -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
        "$warned" | Should -BeLike "*'two'*'one'*together*"
        (Get-LabVM two | Get-LabClusterGroup).Name | Should -Be one
        (Get-LabClusterResource 'Virtual Machine two').OwnerGroup | Should -Be one
    }

    It 'move together, saved and resumed' {
        Start-LabClusterGroup one | Out-Null
        (Get-LabVM one, two).State | Should -Be Running, Running
        { Move-LabClusterVirtualMachineRole one $other -MigrationType Live -ErrorAction Stop } |
            Should -Throw '*share a disk*'
        Move-LabClusterVirtualMachineRole one $other | Out-Null
        (Get-LabVM one, two).ComputerName | Should -Be $other, $other
        (Get-LabVM one, two).State | Should -Be Running, Running
    }
}
