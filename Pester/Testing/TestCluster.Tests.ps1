BeforeAll { Import-Module $PSScriptRoot/../../HyperVLab.Testing }

AfterAll { Get-Lab | Remove-Lab }

Describe 'New-LabTestCluster' {
    It 'makes the same cluster for the same seed' {
        $hashes = 1..2 | ForEach-Object {
            New-LabTestCluster web01 -LabName "Lab$_" -Seed 5 | Out-Null
            (Get-Lab "Lab$_").JournalHash
        }
        $hashes[0] | Should -Be $hashes[1]
        (New-LabTestCluster web01 -LabName Lab3 -Seed 6).Id | Should -Not -Be (Get-LabCluster -Lab Lab1).Id
    }

    It 'spreads machines over the nodes, which answer' {
        $cluster = New-LabTestCluster web01, web02, web03 -LabName Three -Name BRANCH
        $cluster.Name | Should -Be BRANCH
        Get-LabVM | ForEach-Object ComputerName | Should -Be NODE1, NODE2, NODE1
        Get-LabVM | Should -BeHighlyAvailable
        Test-LabConnection web01, web02, web03 -Quiet -Count 1 | Should -Not -Contain $false
    }

    It 'has two paths to the storage, and a witness where the nodes are even' {
        Get-LabStoragePath | Should -HaveCount 4
        (Get-LabClusterQuorum).QuorumType | Should -Be NodeAndDiskMajority
    }

    It 'makes a cluster of <Nodes> nodes of <Edition>' -ForEach @(
        @{ Nodes = 1; Edition = 'HyperVServer2008R2' }
        @{ Nodes = 3; Edition = 'HyperVServer2008R2' }
        @{ Nodes = 16; Edition = 'HyperVServer2012R2' }
    ) {
        New-LabTestCluster web01 -LabName "N$Nodes$Edition" -NodeCount $Nodes -Edition $Edition
        Get-LabClusterNode | Should -HaveCount $Nodes
        Get-LabVM | Should -BeOnline
    }

    It 'makes nothing under -WhatIf' {
        New-LabTestCluster -LabName Nothing -WhatIf
        Get-Lab Nothing -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}
