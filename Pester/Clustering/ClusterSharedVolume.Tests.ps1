BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Preset BladeCenterS | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Cluster shared volumes' {
    It 'are mounted on every node' {
        $volume = Get-LabClusterSharedVolume
        $volume.FriendlyVolumeName | Should -Be 'C:\ClusterStorage\Volume1'
        $volume.State | Should -Be 'Online'
        $volume.SharedVolumeInfo.Access.State | Should -Be 'Direct', 'Direct'
        "$($volume.OwnerNode)" | Should -Not -BeNullOrEmpty
    }

    It 'change owners' {
        $volume = Get-LabClusterSharedVolume
        $other = (Get-LabClusterNode | Where-Object Name -NE "$($volume.OwnerNode)").Name
        Move-LabClusterSharedVolume $volume.Name $other -WhatIf
        "$($volume.OwnerNode)" | Should -Not -Be $other
        $volume | Move-LabClusterSharedVolume -Node $other | Should -Be $volume
        "$($volume.OwnerNode)" | Should -Be $other
        { Move-LabClusterSharedVolume $volume.Name $other -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Clustering.MoveLabClusterSharedVolumeCommand'
    }

    It 'are for virtual machines only' {
        $name = (Get-LabClusterSharedVolume).Name
        { Add-LabClusterFileServerRole FS1 -Storage $name -StaticAddress 192.168.10.35 -ErrorAction Stop } |
            Should -Throw '*for virtual machines only*'
    }

    It 'are not taken away while machines are on them' {
        $volume = Get-LabClusterSharedVolume
        { Remove-LabClusterSharedVolume $volume.Name -ErrorAction Stop } | Should -Throw '*has files on*'
        Get-LabVM | Remove-LabVM -Force
        $disk = Remove-LabClusterSharedVolume $volume.Name
        "$($disk.OwnerGroup)" | Should -Be 'Available Storage'
        (Add-LabClusterSharedVolume $disk.Name).FriendlyVolumeName | Should -Be 'C:\ClusterStorage\Volume2'
    }
}
