BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Count 3 -VMName web01
}

AfterAll { Remove-Lab Lab }

Describe 'Dynamic quorum' {
    It 'gives every member a vote' {
        $cluster = Get-LabCluster C1
        $cluster.DynamicQuorum | Should -Be 1
        $cluster.WitnessDynamicWeight | Should -Be 0
        (Get-LabClusterNode).DynamicWeight | Should -Be 1, 1, 1
        (Get-LabClusterNode).NodeWeight | Should -Be 1, 1, 1
    }

    It 'lets the cluster lose one node after the other down to the last' {
        foreach ($node in 'NODE3', 'NODE2') {
            Stop-LabHost $node -TurnOff
            Step-LabClock -Seconds 60
        }

        (Get-LabClusterNode).DynamicWeight | Should -Be 1, 0, 0
        (Get-LabCluster C1).IsRunning | Should -BeTrue
        (Get-LabVM web01).State | Should -Be 'Running'
    }

    It 'can be switched off' {
        (Set-LabCluster C1 -DynamicQuorum 0).DynamicQuorum | Should -Be 0
        (Get-LabCluster C1).Votes | Should -Be 3
        { Set-LabCluster C1 -DynamicQuorum 2 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Clustering.SetLabClusterCommand'
    }
}
