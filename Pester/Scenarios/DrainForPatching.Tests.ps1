BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-LabTestCluster web01, db01, mail01 -NodeCount 3
}

AfterAll { Remove-Lab Lab }

Describe 'Patching a cluster node by node' {
    It 'drains <_>, restarts it and takes it back, and no guest is away for more than two seconds' -ForEach @(
        'NODE1', 'NODE2', 'NODE3'
    ) {
        Measure-LabOutage web01, db01, mail01 {
            Suspend-LabClusterNode $_ -Drain -Wait
            $_ | Should -Not -BeOnline -Because 'it is paused'
            (Get-LabClusterGroup).OwnerNode.Name | Should -Not -Contain $_
            Get-LabCluster | Should -HaveQuorum -Spare 1
            Restart-LabHost $_
            Step-LabClock -Seconds 60
            Resume-LabClusterNode $_ -Failback Immediate
        } -SettleSeconds 180 | Should -LastAtMost 00:00:02
        $_ | Should -BeOnline
        Get-LabVM | Should -BeHighlyAvailable
    }

    It 'ends where it began' {
        'web01' | Should -BeOnline -On NODE1
        'db01' | Should -BeOnline -On NODE2
        'mail01' | Should -BeOnline -On NODE3
    }
}

Describe 'Patching without a drain' {
    It 'costs every guest on the node a restart' {
        Measure-LabOutage web01 { Restart-LabHost NODE1 } | Should -Not -LastAtMost 00:00:02
    }
}
