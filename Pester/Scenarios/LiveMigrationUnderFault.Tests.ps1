BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing

    function Move-UnderFault([string] $Kind, [string[]] $Node, [string] $Step) {
        New-LabTestCluster web01 -NodeCount 3 | Out-Null
        Start-LabWorkload web01 Ledger
        $fault = @{ Kind = $Kind; ComputerName = $Node[0]; Name = 'Fault'; OnStep = $Step; OnJob = 'web01' }
        if ($Node.Count -gt 1) {
            $fault += @{ ToComputerName = $Node[1]; Duration = 20 }
        }

        Add-LabFault @fault | Out-Null
        Measure-LabOutage web01 { Move-LabVM web01 NODE2 -Live -ErrorAction Ignore } -SettleSeconds 300
        (Get-LabFault Fault).Occurrences | Should -Be 1 -Because 'the step must have been reached'
        (Test-LabWorkload web01).Lost | Should -Be 0 -Because 'the guest was told that it is durable'
    }
}

Describe 'A live migration from NODE1 to NODE2, when it comes to "<_>",' -ForEach @(
    'Set up the target', 'pass 1', 'pass 2', 'Stop the machine', 'Hand over the storage'
) {
    AfterEach { Remove-Lab Lab }

    It 'leaves web01 where it is if the target loses its power' {
        Move-UnderFault HostPowerLoss NODE2 -Step $_ | Should -LastAtMost -Pings 2
        'web01' | Should -BeOnline -On NODE1
    }

    It 'boots web01 elsewhere if the source loses its power' {
        Move-UnderFault HostPowerLoss NODE1 -Step $_ | Should -LastAtMost 00:02:00
        'web01' | Should -Not -BeOnline -On NODE1
        'web01' | Should -BeHighlyAvailable
    }

    It 'leaves web01 on one node that the cluster knows of if the network between the two breaks' {
        Move-UnderFault NetworkPartition NODE1, NODE2 -Step $_ | Should -LastAtMost 00:02:00
        'web01' | Should -BeOnline -On (Get-LabClusterGroup web01).OwnerNode.Name
        Get-LabClusterNode | Should -BeOnline
    }
}

Describe 'A live migration from NODE1 to NODE2 whose target has web01 already' {
    AfterEach { Remove-Lab Lab }

    It 'does not mind that the source loses its power' {
        Move-UnderFault HostPowerLoss NODE1 -Step 'Resume on the target' | Should -LastAtMost -Pings 3
        'web01' | Should -BeOnline -On NODE2
    }

    It 'boots web01 elsewhere if the target loses its power' {
        Move-UnderFault HostPowerLoss NODE2 -Step 'Resume on the target' | Should -LastAtMost 00:02:00
        'web01' | Should -Not -BeOnline -On NODE2
        'web01' | Should -BeHighlyAvailable
    }
}
