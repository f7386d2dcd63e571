BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Count 3 -VMName web01, db01
}

AfterAll { Remove-Lab Lab }

Describe 'Draining a node' {
    It 'moves everything away and pauses it' {
        $node = Suspend-LabClusterNode NODE1 -Drain -Wait
        $node.State | Should -Be 'Paused'
        $node.DrainStatus | Should -Be 'Completed'
        $node.StatusInformation | Should -Be 'DrainCompleted'
        $node.DrainTarget | Should -Be ([uint]::MaxValue)
        (Get-LabClusterGroup).OwnerNode.Name | Should -Not -Contain 'NODE1'
        (Get-LabVM web01, db01).State | Should -Be 'Running', 'Running'
    }

    It 'is made undone by -Failback Immediate' {
        (Resume-LabClusterNode NODE1 Immediate).State | Should -Be 'Up'
        (Get-LabClusterNode NODE1).FailbackStatus | Should -Be 'InProgress'
        Step-LabClock -Seconds 120
        (Get-LabClusterNode NODE1).FailbackStatus | Should -Be 'Completed'
        (Get-LabClusterGroup web01, db01).OwnerNode.Name | Should -Be 'NODE1', 'NODE1'
    }

    It 'returns at once without -Wait, and goes to the node that is named' {
        $node = Get-LabClusterNode NODE1 | Suspend-LabClusterNode -Drain -TargetNode NODE3
        $node.DrainStatus | Should -Be 'InProgress'
        Step-LabClock -Seconds 120
        $node.DrainStatus | Should -Be 'Completed'
        $node.DrainTarget | Should -Be 3
        (Get-LabClusterGroup web01, db01).OwnerNode.Name | Should -Be 'NODE3', 'NODE3'
        (Resume-LabClusterNode NODE1 -Failback NoFailback).DrainStatus | Should -Be 'NotInitiated'
        (Get-LabClusterGroup web01).OwnerNode.Name | Should -Be 'NODE3'
    }

    It 'fails where something fits nowhere else, and -ForceDrain moves even that' {
        New-LabVM -Name big -ComputerName NODE3 -MemoryStartupBytes 12GB -NoVHD -Path C:\ClusterStorage\Volume1
        Add-LabClusterVirtualMachineRole -VMName big | Out-Null
        Start-LabClusterGroup big | Out-Null
        foreach ($node in 'NODE1', 'NODE2') {
            New-LabVM -Name "filler-$node" -ComputerName $node -MemoryStartupBytes 8GB -NoVHD | Out-Null
            Start-LabVM "filler-$node"
        }

        { Suspend-LabClusterNode NODE3 -Drain -Wait -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Clustering.SuspendLabClusterNodeCommand'
        (Get-LabClusterNode NODE3).DrainStatus | Should -Be 'Failed'
        (Get-LabClusterGroup big).OwnerNode.Name | Should -Be 'NODE3'
        (Get-LabEvent).Message | Should -Contain (
            "The drain of node 'NODE3' failed. Could not be moved: big.")
        Suspend-LabClusterNode NODE3 -Drain -ForceDrain -Wait | Out-Null
        (Get-LabClusterGroup big).OwnerNode.Name | Should -Not -Be 'NODE3'
        Step-LabClock -Seconds 60
        (Get-LabClusterGroup big).State | Should -Be 'Failed'
    }

    It 'is refused where it makes no sense' {
        $id = 'InvalidParameter,HyperVLab.Commands.Clustering.SuspendLabClusterNodeCommand'
        { Suspend-LabClusterNode NODE2 -ForceDrain -ErrorAction Stop } | Should -Throw -ErrorId $id
    }

    It 'minds priorities and failback windows' {
        $group = Get-LabClusterGroup web01
        $group.Priority = 3000
        $group.Priority | Should -Be 3000
        (Set-LabClusterGroup web01 -AutoFailbackType 1 -FailbackWindowStart 22 -FailbackWindowEnd 4).AutoFailbackType |
            Should -Be 1
        { Set-LabClusterGroup web01 -Priority 7 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Clustering.SetLabClusterGroupCommand'
    }
}
