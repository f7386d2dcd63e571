BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -VMName web01
    $script:volume = Get-LabClusterSharedVolume
}

AfterAll { Remove-Lab Lab }

Describe 'The state of a cluster shared volume on each node' {
    It 'is direct where every node has a path' {
        $states = Get-LabClusterSharedVolumeState
        $states.Node | Should -Be 'NODE1', 'NODE2'
        $states.StateInfo | Should -Be 'Direct', 'Direct'
        $states[0].Name | Should -Be $volume.Name
        $states[0].VolumeFriendlyName | Should -Be 'Volume1'
        $states[0].VolumeName | Should -BeLike '\\?\Volume{*}\'
        "$($states[0].FileSystemRedirectedIOReason)" | Should -Be 'NotFileSystemRedirected'
        "$($states[0].BlockRedirectedIOReason)" | Should -Be 'NotBlockRedirected'
    }

    It 'is redirected below the file system where a node has no path, and its machines go on' {
        Move-LabClusterVirtualMachineRole web01 -Node NODE2 | Out-Null
        Disconnect-LabStoragePath -ComputerName NODE2 -StorageArray SAN -Number 0
        $state = Get-LabClusterSharedVolumeState $volume.Name -Node NODE2
        $state.StateInfo | Should -Be 'BlockRedirected'
        $state.BlockRedirectedIOReason | Should -Be 'NoDiskConnectivity'
        (Get-LabVM web01).State | Should -Be 'Running'
        $volume.SharedVolumeInfo[0].FaultState | Should -Be 'NoDirectIO'
        $way = $volume.SharedVolumeInfo[0].Access | Where-Object Node -EQ NODE2
        $way.Reason | Should -Be 'NoPath'
        $way.BytesPerSecond | Should -Be 115e6
        Connect-LabStoragePath -ComputerName NODE2 -StorageArray SAN -Number 0
        ($volume | Get-LabClusterSharedVolumeState).StateInfo | Should -Be 'Direct', 'Direct'
    }

    It 'is redirected to the file system when somebody wants it' {
        $volume | Suspend-LabClusterResource -RedirectedAccess -Force | Should -Be $volume
        $other = (Get-LabClusterNode | Where-Object Name -NE "$($volume.OwnerNode)").Name
        $state = Get-LabClusterSharedVolumeState -Node $other
        $state.StateInfo | Should -Be 'FileSystemRedirected'
        "$($state.FileSystemRedirectedIOReason)" | Should -Be 'UserRequest'
        $volume.SharedVolumeInfo[0].RedirectedAccess | Should -BeTrue
        Resume-LabClusterResource $volume.Name | Out-Null
        $volume.SharedVolumeInfo[0].RedirectedAccess | Should -BeFalse
        { Resume-LabClusterResource $volume.Name -ErrorAction Stop } | Should -Throw '*neither in maintenance*'
    }

    It 'is Paused while the volume changes owners' {
        $other = (Get-LabClusterNode | Where-Object Name -NE "$($volume.OwnerNode)").Name
        $volume | Move-LabClusterSharedVolume -Node $other -Wait 0 | Out-Null
        (Get-LabClusterSharedVolumeState).StateInfo | Should -Be 'Paused', 'Paused'
        Step-LabClock -Seconds 2 | Out-Null
        (Get-LabClusterSharedVolumeState).StateInfo | Should -Be 'Direct', 'Direct'
        "$($volume.OwnerNode)" | Should -Be $other
    }
}

Describe 'Maintenance mode' {
    It 'stops the machines as they are set and takes the volume out of C:\ClusterStorage' {
        Suspend-LabClusterResource $volume.Name -VolumeName Volume1 -WhatIf
        $volume.SharedVolumeInfo[0].MaintenanceMode | Should -BeFalse
        Suspend-LabClusterResource $volume.Name -VolumeName Volume1 -Force | Should -Be $volume
        (Get-LabVM web01).State | Should -Be 'Saved'
        $volume.SharedVolumeInfo[0].MaintenanceMode | Should -BeTrue
        $volume.SharedVolumeInfo[0].FaultState | Should -Be 'InMaintenance'
        (Get-LabClusterSharedVolumeState).StateInfo | Should -Be 'Unavailable', 'Unavailable'
        { Start-LabClusterGroup web01 -ErrorAction Stop } | Should -Throw '*maintenance mode*'
    }

    It 'ends by hand, and so do its machines start' {
        Stop-LabClusterGroup web01 -ErrorAction SilentlyContinue | Out-Null
        Step-LabClock -Seconds 60 | Out-Null
        Resume-LabClusterResource $volume.Name | Out-Null
        (Get-LabClusterSharedVolumeState).StateInfo | Should -Be 'Direct', 'Direct'
        Start-LabClusterGroup web01 | Out-Null
        (Get-LabVM web01).State | Should -Be 'Running'
    }

    It 'names the volume that it does not find' {
        { Suspend-LabClusterResource $volume.Name -VolumeName Volume7 -ErrorAction Stop } |
            Should -Throw "*no volume 'Volume7'*"
    }
}

Describe 'On 2008 R2' {
    BeforeAll {
        New-Lab -Preset BladeCenterS -Name R2 | Out-Null
        $script:old = Get-LabClusterSharedVolume
    }

    AfterAll { Remove-Lab R2 }

    It 'there is no state on each node, and the error names the release that has it' {
        { Get-LabClusterSharedVolumeState -ErrorAction Stop } | Should -Throw '*Windows Server 2012 R2*'
    }

    It 'a backup redirects the other nodes until it ends' {
        Start-LabClusterSharedVolumeBackup $old.Name | Should -Be $old
        $old.SharedVolumeInfo[0].RedirectedAccess | Should -BeTrue
        $old.SharedVolumeInfo[0].Access.State | Should -Contain 'FileSystemRedirected'
        Stop-LabClusterSharedVolumeBackup $old.Name | Out-Null
        $old.SharedVolumeInfo[0].Access.State | Should -Be 'Direct', 'Direct'
        $old.SharedVolumeInfo[0].FaultState | Should -Be 'NoFaults'
    }
}
