BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Count 3 -VMName web01, db01, test01
}

AfterAll { Remove-Lab Lab }

Describe 'The priority of groups' {
    It 'orders their start after a failover, and keeps those without auto start off' {
        (Get-LabClusterGroup db01).Priority = 3000
        (Get-LabClusterGroup test01).Priority = 0
        Stop-LabHost NODE1 -TurnOff
        while ((Get-LabClusterGroup db01).OwnerNode.Name -eq 'NODE1') { Step-LabClock -Seconds 1 }
        (Get-LabClusterGroup web01).StatusInformation | Should -Be 'WaitingToStart'
        Step-LabClock -Seconds 60
        (Get-LabClusterGroup db01, web01).State | Should -Be 'Online', 'Online'
        (Get-LabVM test01).State | Should -Be 'Off'
        (Get-LabClusterGroup test01).OwnerNode.Name | Should -Not -Be 'NODE1'
        (Start-LabClusterGroup test01).State | Should -Be 'Online'
    }
}

Describe 'The owners of a group' {
    It 'are preferred, and fail it back when they return' {
        Set-LabClusterOwnerNode -Group web01 NODE1, NODE2
        (Get-LabClusterGroup web01).AutoFailbackType = 1
        (Get-LabClusterOwnerNode -Group web01).OwnerNodes | Should -Be 'NODE1', 'NODE2'
        Start-LabHost NODE1
        Step-LabClock -Seconds 120
        (Get-LabClusterGroup web01).OwnerNode.Name | Should -Be 'NODE1'
        (Get-LabClusterGroup db01).OwnerNode.Name | Should -Not -Be 'NODE1'
        (Get-LabVM web01).State | Should -Be 'Running'
    }

    It 'can be limited for a resource' {
        $machine = Get-LabClusterResource 'Virtual Machine db01'
        ($machine | Get-LabClusterOwnerNode).OwnerNodes | Should -Be 'NODE1', 'NODE2', 'NODE3'
        $machine | Set-LabClusterOwnerNode -Owners $machine.OwnerNode.Name
        { Move-LabClusterGroup db01 NODE1 -ErrorAction Stop } | Should -Throw '*no possible owner*' `
            -ErrorId 'OperationFailed,HyperVLab.Commands.Clustering.MoveLabClusterGroupCommand'
        $machine | Set-LabClusterOwnerNode -Owners @()
        { Get-LabClusterOwnerNode -ErrorAction Stop } | Should -Throw '*one group or one resource*'
    }

    It 'keep groups of one class apart' {
        Get-LabClusterGroup web01, db01 | Set-LabClusterGroup -AntiAffinityClassNames Web
        (Get-LabClusterGroup db01).AntiAffinityClassNames | Should -Be 'Web'
        Move-LabClusterVirtualMachineRole db01 NODE1 | Out-Null
        Suspend-LabClusterNode NODE1 -Drain -Wait | Out-Null
        (Get-LabClusterGroup web01).OwnerNode.Name | Should -Not -Be (Get-LabClusterGroup db01).OwnerNode.Name
    }

    It 'are remembered when an administrator moves it' {
        (Get-LabClusterGroup test01).DefaultOwner | Should -Be ([uint]::MaxValue)
        $to = (Get-LabClusterNode | Where-Object { $_.State -eq 'Up' -and $_.Name -ne (
                    Get-LabClusterGroup test01).OwnerNode.Name })[0]
        Move-LabClusterVirtualMachineRole test01 $to.Name | Out-Null
        (Get-LabClusterGroup test01).DefaultOwner | Should -Be $to.Id
    }
}
