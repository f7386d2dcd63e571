BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-Lab -Preset BladeCenterS
    Get-LabVM | Add-LabClusterVirtualMachineRole
    Start-LabClusterGroup web01
    Step-LabClock -Seconds 120
}

AfterAll { Remove-Lab Lab }

# Windows Server 2008 R2 has no drain: a node is paused, and its roles are moved one by one.
Describe 'Each blade of a BladeCenter S is turned off, serviced and taken back' {
    It 'keeps web01 answering while <Blade> is away' -ForEach @(
        @{ Blade = 'HVR2NODO1'; Other = 'HVR2NODO2' }
        @{ Blade = 'HVR2NODO2'; Other = 'HVR2NODO1' }
    ) {
        Measure-LabOutage web01 {
            Suspend-LabClusterNode $Blade
            Get-LabClusterGroup | Where-Object { "$($_.OwnerNode)" -eq $Blade -and $_.VMId } |
                Move-LabClusterVirtualMachineRole -Node $Other
            Get-LabClusterSharedVolume | Where-Object { "$($_.OwnerNode)" -eq $Blade } |
                Move-LabClusterSharedVolume -Node $Other
            Get-LabClusterGroup 'Cluster Group' | Move-LabClusterGroup -Node $Other
            Stop-LabHost $Blade
            (Get-LabHost $Blade).State | Should -Be Off
            Get-LabCluster | Should -HaveQuorum
            'web01' | Should -BeOnline -On $Other

            Start-LabHost $Blade
            Step-LabClock -Seconds 120
            Resume-LabClusterNode $Blade
        } | Should -LastAtMost 00:00:02
        $Blade | Should -BeOnline
        'web01' | Should -BeHighlyAvailable
    }

    It 'leaves web01 off for as long as a boot takes where nobody moved it away' {
        $blade = (Get-LabVM web01).ComputerName
        $outage = Measure-LabOutage web01 { Stop-LabHost $blade -TurnOff }
        $outage | Should -Not -LastAtMost 00:00:02
        $outage | Should -LastAtMost 00:02:30
        'web01' | Should -BeOnline
        'web01' | Should -Not -BeHighlyAvailable -Because 'no second blade is left'
    }
}
