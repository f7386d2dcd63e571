BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Preset BladeCenterS | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Cluster nodes' {
    It 'are listed by name and by what they own' {
        (Get-LabClusterNode).Name | Should -Be 'HVR2NODO1', 'HVR2NODO2'
        (Get-LabClusterNode *2).State | Should -Be 'Up'
        $owner = (Get-LabClusterGroup 'Cluster Group').OwnerNode
        (Get-LabClusterGroup 'Cluster Group' | Get-LabClusterNode).Name | Should -Be "$owner"
        { Get-LabClusterNode Nobody -ErrorAction Stop } |
            Should -Throw -ErrorId 'ClusterObjectNotFound,HyperVLab.Commands.Clustering.GetLabClusterNodeCommand'
    }

    It 'can be paused and resumed' {
        (Get-LabClusterNode HVR2NODO2 | Suspend-LabClusterNode).State | Should -Be 'Paused'
        (Resume-LabClusterNode HVR2NODO2).State | Should -Be 'Up'
        { Suspend-LabClusterNode HVR2NODO2 -Drain -ErrorAction Stop } | Should -Throw '*came with Windows Server 2012*'
    }

    It 'move what they own before they stop' {
        $owner = "$((Get-LabClusterGroup 'Cluster Group').OwnerNode)"
        Stop-LabClusterNode $owner -WhatIf
        (Get-LabClusterNode $owner).State | Should -Be 'Up'
        (Stop-LabClusterNode $owner).State | Should -Be 'Down'
        "$((Get-LabClusterGroup 'Cluster Group').OwnerNode)" | Should -Not -Be $owner
        Start-LabClusterNode $owner | Out-Null
        Step-LabClock -Seconds 30
        (Get-LabClusterNode $owner).State | Should -Be 'Up'
    }

    It 'are up until five heartbeats are missed' {
        Stop-LabHost HVR2NODO2 -TurnOff
        (Get-LabClusterNode HVR2NODO2).State | Should -Be 'Up'
        Step-LabClock -Seconds 30
        (Get-LabClusterNode HVR2NODO2).State | Should -Be 'Down'
        (Get-LabClusterSharedVolume).OwnerNode.Name | Should -Be 'HVR2NODO1'
        $message = "Cluster node 'HVR2NODO2' was removed from the active failover cluster membership."
        (Get-LabEvent).Message | Should -Contain $message
    }
}
