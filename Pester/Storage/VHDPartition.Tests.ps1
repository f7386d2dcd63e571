BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/
    & $PSScriptRoot/../Shared/New-SampleDisk.ps1 ./disk.vhd
    & $PSScriptRoot/../Shared/New-SampleDisk.ps1 ./disk.img
}

AfterAll { Pop-Location }

Describe 'The partitions inside a disk of this computer' {
    It 'have the names that an admin expects' {
        $partitions = Get-LabVHDPartition ./disk.vhd
        $partitions.PartitionNumber | Should -Be 1, 2
        $partitions.Offset | Should -Be 1MB, 10MB
        $partitions.Size | Should -Be 9MB, 1MB
        $partitions.MbrType | Should -Be 0x07, 0x83
        $partitions.IsActive | Should -Be $true, $false
        $partitions[0].PartitionStyle | Should -Be 'Mbr'
        $partitions[0].Type | Should -BeLike 'NTFS*'
        $partitions[0].Path | Should -Be (Get-Item disk.vhd).FullName
    }

    It 'say what their volumes say of themselves' {
        $ntfs, $linux = Get-LabVHDPartition ./disk.vhd
        $ntfs.FileSystem | Should -Be 'NTFS'
        $ntfs.FileSystemLabel | Should -Be 'Data'
        $ntfs.AllocationUnitSize | Should -Be 4096
        $ntfs.SizeRemaining | Should -BeGreaterThan 5MB
        $ntfs.SizeRemaining | Should -BeLessThan 9MB
        $ntfs.IsDirty, $ntfs.IsHibernated, $ntfs.HasSnapshot, $ntfs.IsEncrypted | Should -Not -Contain $true
        $ntfs.Doubt | Should -Be 'None'
        $linux.FileSystem | Should -BeNullOrEmpty
        $linux.SizeRemaining | Should -BeNullOrEmpty
        $linux.Doubt | Should -Be 'UnknownFileSystem'
        $linux.DoubtReason | Should -Not -BeNullOrEmpty
    }

    It 'are the same in a raw image, by its extension or -Format' {
        (Get-LabVHDPartition ./disk.img).Size | Should -Be 9MB, 1MB
        Copy-Item disk.img raw.bin
        (Get-LabVHDPartition ./raw.bin -Format Raw).Size | Should -Be 9MB, 1MB
        { Get-LabVHDPartition ./raw.bin -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.GetLabVHDPartitionCommand'
    }

    It 'are chosen by number, and come from files and disks' {
        (Get-ChildItem disk.vhd | Get-LabVHDPartition -PartitionNumber 2).MbrType | Should -Be 0x83
        (Get-LabVHD ./disk.vhd | Get-LabVHDPartition).Count | Should -Be 2
        (Get-LabVHDPartition ./disk.* 1).FileSystem | Should -Be 'NTFS', 'NTFS'
    }

    It 'are seen through a differencing disk' {
        New-LabVHD ./child.vhd -ParentPath ./disk.vhd | Out-Null
        (Get-LabVHDPartition ./child.vhd).FileSystem | Should -Be 'NTFS', ''
    }

    It 'are none on an empty disk' {
        New-LabVHD ./empty.vhd 1GB | Out-Null
        Get-LabVHDPartition ./empty.vhd | Should -BeNullOrEmpty
    }

    It 'have one view at 120 columns' {
        $text = Get-LabVHDPartition ./disk.vhd | Out-String -Width 120
        $text | Should -Match '1 NTFS or exFAT +1048576 +9437184 NTFS +Data +\d+ active'
    }

    It 'are not read where the chain is broken or no file is' {
        New-LabVHD ./base.vhd 1GB | Out-Null
        New-LabVHD ./orphan.vhd -ParentPath ./base.vhd | Out-Null
        Remove-Item base.vhd
        { Get-LabVHDPartition ./orphan.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.GetLabVHDPartitionCommand'
        { Get-LabVHDPartition ./none.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Storage.GetLabVHDPartitionCommand'
    }

    It 'are read from a file that is not changed' {
        $before = (Get-FileHash disk.vhd).Hash
        Get-LabVHDPartition ./disk.vhd | Out-Null
        (Get-FileHash disk.vhd).Hash | Should -Be $before
    }
}

Describe "The partitions inside a disk of a lab's host" {
    BeforeAll {
        New-Lab -Preset BladeCenterS | Out-Null
        $script:disk = (Get-LabVMHardDiskDrive web01).Path
        $script:node = (Get-LabVM web01).ComputerName
    }

    AfterAll { Get-Lab | Remove-Lab }

    It 'are read without a trace in the journal' {
        $hash = (Get-Lab).JournalHash
        $partition = Get-LabVHDPartition $disk -ComputerName $node
        $partition.Offset | Should -Be 1MB
        $partition.ComputerName | Should -Be $node
        $partition.Path | Should -Be $disk
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
