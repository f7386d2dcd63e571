BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-LabTestCluster web01, db01 -NodeCount 3
    Start-LabWorkload db01 Ledger
    $volume = Get-LabClusterSharedVolume
}

AfterAll { Remove-Lab Lab }

Describe 'A node loses its way to the storage' {
    AfterEach { Get-LabFault | Remove-LabFault }

    It 'does not matter while one path of two is left' {
        Add-LabFault PathDown NODE2 -StorageArray SAN -Number 0
        $volume | Should -HaveAccess Direct
    }

    It 'sends what its machines read and write through the owner of the volume' {
        Measure-LabOutage db01 { Add-LabFault AllPathsDown NODE2 } | Should -LastAtMost -Pings 0
        $volume | Should -HaveAccess Redirected -On NODE2
        $volume | Should -HaveAccess Direct -On NODE1, NODE3
        'db01' | Should -BeOnline -On NODE2
        (Test-LabWorkload db01).Lost | Should -Be 0
    }

    It 'makes another node the owner where it was the owner itself, and no machine stops' {
        $volume | Should -BeOnline -On NODE1
        Measure-LabOutage web01, db01 { Add-LabFault AllPathsDown NODE1 } | Should -LastAtMost -Pings 0
        $volume | Should -Not -BeOnline -On NODE1
        $volume | Should -HaveAccess Redirected -On NODE1
        'web01' | Should -BeOnline -On NODE1
    }

    It 'goes straight to the disk again when the cables are in' {
        Step-LabClock -Seconds 30
        $volume | Should -HaveAccess Direct
        Get-LabVM | Should -BeHighlyAvailable
    }
}

Describe 'Somebody sends the I/O of a volume through its owner' {
    It 'does so by hand, and no machine notices' {
        $owner = "$($volume.OwnerNode)"
        $others = (Get-LabClusterNode | Where-Object Name -NE $owner).Name
        Measure-LabOutage web01, db01 { $volume | Suspend-LabClusterResource -RedirectedAccess -Force } |
            Should -LastAtMost -Pings 0
        $volume | Should -HaveAccess Redirected -On $others
        $volume | Should -HaveAccess Direct -On $owner
        Resume-LabClusterResource $volume.Name
        $volume | Should -HaveAccess Direct
    }

    It 'stops the machines for maintenance, which are started by hand' {
        $volume | Suspend-LabClusterResource -VolumeName Volume1 -Force
        $volume | Should -HaveAccess Unavailable
        Get-LabVM | Should -Not -BeOnline
        Resume-LabClusterResource $volume.Name
        Get-LabVM | Should -Not -BeOnline
        Get-LabClusterGroup web01, db01 | Start-LabClusterGroup
        Get-LabVM | Should -BeHighlyAvailable
    }
}

Describe 'The storage array loses both controllers' {
    AfterAll { Get-LabFault | Remove-LabFault }

    It 'takes the volume from all nodes' {
        0, 1 | ForEach-Object { Add-LabFault ControllerDown -StorageArray SAN -Number $_ -Name "Controller$_" }
        Step-LabClock -Seconds 60
        $volume | Should -Not -HaveAccess Direct
        $volume | Should -Not -HaveAccess Redirected
        Get-LabVM | Should -Not -BeHighlyAvailable
    }

    It 'gives it back with the first controller' {
        Remove-LabFault Controller0
        Step-LabClock -Seconds 300
        $volume | Should -BeOnline
        $volume | Should -HaveAccess Direct
        Get-LabVM | Should -BeHighlyAvailable
        $ledger = Test-LabWorkload db01
        $ledger.Acknowledged | Should -BeGreaterThan 1000
        $ledger.Lost | Should -Be 0
    }
}
