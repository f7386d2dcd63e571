BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Count 3 -VMName web01
    $group = Get-LabClusterGroup web01
    function Invoke-Crash {
        Add-LabFault VMCrash -VMName web01 | Out-Null
        Step-LabClock -Seconds 30
    }
}

AfterAll { Remove-Lab Lab }

Describe 'A machine that crashes' {
    It 'is restarted where it is once, fails over twice, and is left failed for an hour' {
        Invoke-Crash
        $group.OwnerNode.Name | Should -Be 'NODE1'
        Invoke-Crash
        Invoke-Crash
        $group.State | Should -Be 'Online'
        $owner = $group.OwnerNode.Name
        $owner | Should -Not -Be 'NODE1'
        Invoke-Crash
        $group.State | Should -Be 'Failed'
        $group.FailureReason | Should -Match 'web01'
        Step-LabClock -Seconds 3660
        $group.State | Should -Be 'Online'
        $group.OwnerNode.Name | Should -Be $owner
    }
}

Describe 'A quick move of a clustered machine' {
    It 'leaves a record' {
        $to = (Get-LabClusterNode | Where-Object Name -NE $group.OwnerNode.Name)[0].Name
        Move-LabClusterVirtualMachineRole web01 $to -MigrationType Quick | Out-Null
        $record = Measure-LabVMMigration web01
        $record.Phase | Should -Be 'Succeeded'
        $record.Kind | Should -Be 'Quick'
    }
}
