BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Preset BladeCenterS | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Cluster networks' {
    It 'get roles and metrics by themselves' {
        $network = Get-LabClusterNetwork 'Cluster Network 1'
        $network.State | Should -Be 'Up'
        $network.Metric | Should -BeGreaterOrEqual 1000
        $network.AutoMetric | Should -BeTrue
        ($network | Get-LabClusterNetworkInterface).Node | Should -Be 'HVR2NODO1', 'HVR2NODO2'
        (Get-LabClusterNetworkInterface -Node HVR2NODO1).Network.Name | Should -Contain 'Cluster Network 1'
    }

    It 'can be named and given other roles' {
        $network = Get-LabClusterNetwork 'Cluster Network 1'
        $network.Name = 'Management'
        $network.Metric = 900
        $network.AutoMetric | Should -BeFalse
        (Set-LabClusterNetwork Management -Role ClusterAndClient -AutoMetric $true).Role | Should -Be 'ClusterAndClient'
        Set-LabClusterNetwork Management -NewName Other -WhatIf
        (Get-LabClusterNetwork).Name | Should -Contain 'Management'
        { Get-LabClusterNetwork Other -ErrorAction Stop } |
            Should -Throw -ErrorId 'ClusterObjectNotFound,HyperVLab.Commands.Clustering.GetLabClusterNetworkCommand'
    }
}

Describe 'The quorum' {
    It 'is node and disk majority' {
        $quorum = Get-LabClusterQuorum
        $quorum.QuorumType | Should -Be 'NodeAndDiskMajority'
        "$($quorum.QuorumResource)" | Should -Be 'Cluster Disk 1'
        $quorum.Votes | Should -Be 3
    }

    It 'can be another' {
        Set-LabClusterQuorum -NodeMajority -WhatIf
        (Get-LabClusterQuorum).Votes | Should -Be 3
        $quorum = Set-LabClusterQuorum -NodeMajority -WarningVariable warning -WarningAction SilentlyContinue
        $quorum.QuorumType | Should -Be 'NodeMajority'
        $warning | Should -BeLike '*no witness*'
        (Set-LabClusterQuorum -FileShareWitness \\DC1\Witness).QuorumType | Should -Be 'NodeAndFileShareMajority'
        (Get-LabCluster | Set-LabClusterQuorum -NodeAndDiskMajority 'Cluster Disk 1').QuorumResource.Name |
            Should -Be 'Cluster Disk 1'
        { Set-LabClusterQuorum -NoWitness -DiskOnly 'Cluster Disk 1' -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Clustering.SetLabClusterQuorumCommand'
    }
}
