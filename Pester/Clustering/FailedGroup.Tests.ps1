BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Count 3 -VMName web01
    Start-LabClusterGroup web01 | Out-Null
    Move-LabClusterVirtualMachineRole web01 NODE3 -ErrorAction Ignore | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'A group with nowhere to go' {
    It 'is failed and says why' {
        'NODE1', 'NODE2' | Suspend-LabClusterNode | Out-Null
        Stop-LabHost NODE3 -TurnOff
        Step-LabClock -Seconds 60
        $group = Get-LabClusterGroup web01
        $group.State | Should -Be 'Failed'
        $group.StatusInformation | Should -Be 'PhysicalResourcesLacking'
        $group.FailureReason | Should -Be (
            "No node of the cluster can take 'web01': NODE1 is paused, NODE2 is paused, NODE3 is down.")
        $machine = Get-LabClusterResource 'Virtual Machine web01'
        $machine.StatusInformation | Should -Be 'InsufficientResources'
        (Get-LabEvent).Message | Should -Contain (
            "Clustered role 'web01' has failed. No node can take it: NODE1 is paused, NODE2 is paused, NODE3 is down.")
    }

    It 'comes online as soon as a node can take it' {
        Resume-LabClusterNode NODE2 | Out-Null
        Step-LabClock -Seconds 30
        $group = Get-LabClusterGroup web01
        $group.State | Should -Be 'Online'
        "$($group.OwnerNode)" | Should -Be 'NODE2'
        $group.FailureReason | Should -BeNullOrEmpty
        $group.StatusInformation | Should -Be 'None'
        (Get-LabVM web01).State | Should -Be 'Running'
    }
}
