BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-LabTestCluster web01, db01, mail01 -NodeCount 5
    $lost = 'NODE3', 'NODE4', 'NODE5'
    $left = 'NODE1', 'NODE2'
}

AfterAll { Remove-Lab Lab }

Describe 'A site with most of the nodes burns down' {
    It 'leaves too few votes: the cluster stops, and all that it ran' {
        $lost | Add-LabFault HostPowerLoss
        Step-LabClock -Seconds 120
        Get-LabCluster | Should -Not -HaveQuorum
        'web01', 'db01', 'mail01' | Should -Not -BeOnline
    }

    It 'is forced to go on with what is left, which is warned of' {
        Start-LabClusterNode NODE1 -ForceQuorum -WarningVariable said -WarningAction Ignore
        $said | Should -BeLike '*without quorum*'
        Step-LabClock -Seconds 180
        Get-LabCluster | Should -Not -HaveQuorum -Because 'it runs by force alone'
        'web01', 'db01', 'mail01' | Should -BeOnline
        (Get-LabVM).ComputerName | Should -BeIn $left
    }

    It 'does not let a node that comes back form a cluster of its own' {
        $power = Get-LabFault -State Active
        $power | Remove-LabFault
        Step-LabClock -Seconds 600
        Get-LabClusterNode | Should -BeOnline
        Get-LabCluster | Should -HaveQuorum -Spare 2
        Get-LabVM | Should -BeHighlyAvailable
    }
}
