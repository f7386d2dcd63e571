BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-LabTestCluster web01, db01 -NodeCount 3
    Start-LabWorkload web01, db01 Ledger
    Step-LabClock -Seconds 60
}

AfterAll { Remove-Lab Lab }

Describe 'The node that owns the shared volume loses its power' {
    BeforeAll {
        $volume = Get-LabClusterSharedVolume
        $before = "$($volume.OwnerNode)"
        $web, $db = Measure-LabOutage web01, db01 { Add-LabFault HostPowerLoss NODE1 -Name Outlet }
    }

    It 'owned the volume, and web01 ran on it' {
        $before | Should -Be NODE1
        'NODE1' | Should -Not -BeOnline
    }

    It 'leaves the cluster with a majority' {
        Get-LabCluster | Should -HaveQuorum
    }

    It 'hands the volume to a node that is left, straight to the disk' {
        $volume | Should -BeOnline
        "$($volume.OwnerNode)" | Should -BeIn NODE2, NODE3
        $volume | Should -HaveAccess Direct -On NODE2, NODE3
    }

    It 'does not disturb db01, whose disk is on that volume' {
        $db | Should -LastAtMost -Pings 0
    }

    It 'boots web01 on another node within a minute and a half' {
        $web | Should -LastAtMost 00:01:30
        'web01' | Should -Not -BeOnline -On NODE1
    }

    It 'loses nothing that a guest was told is durable' {
        foreach ($ledger in Test-LabWorkload) {
            $ledger.Acknowledged | Should -BeGreaterThan 5000
            $ledger.Lost | Should -Be 0
            $ledger.IsConsistent | Should -BeTrue
        }
    }

    It 'leaves every machine with a place to go to' {
        Get-LabVM | Should -BeHighlyAvailable
    }

    It 'takes the node back when its power is back, and nothing moves' {
        $now = (Get-LabClusterGroup web01).OwnerNode.Name
        Measure-LabOutage web01, db01 { Remove-LabFault Outlet } -SettleSeconds 300 | Should -LastAtMost -Pings 0
        'NODE1' | Should -BeOnline
        'web01' | Should -BeOnline -On $now
        Get-LabCluster | Should -HaveQuorum -Spare 1
    }
}
