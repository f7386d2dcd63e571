BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Count 3 -VMName web01
    Move-LabClusterVirtualMachineRole web01 NODE3 | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'A node that does not hear every other one' {
    It 'is removed, and what it ran starts on the others after it has stopped' {
        Add-LabFault NetworkPartition NODE1 -ToComputerName NODE3 -OneWay -ErrorAction Stop | Out-Null
        Step-LabClock -Seconds 60
        (Get-LabClusterNode).State | Should -Be 'Up', 'Up', 'Down'
        (Get-LabClusterGroup web01).OwnerNode.Name | Should -Not -Be 'NODE3'
        (Get-LabVM web01).State | Should -Be 'Running'
    }

    It 'joins again when it does' {
        Get-LabFault | Remove-LabFault
        Step-LabClock -Seconds 120
        (Get-LabClusterNode).State | Should -Be 'Up', 'Up', 'Up'
    }
}
