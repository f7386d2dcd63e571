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
