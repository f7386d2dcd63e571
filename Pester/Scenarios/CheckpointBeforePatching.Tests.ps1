BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-LabTestCluster web01 -Edition HyperVServer2008R2
    $web = Get-LabVM web01
}

AfterAll { Remove-Lab Lab }

Describe 'A patch that goes wrong' {
    It 'begins with a checkpoint, which the guest hardly notices' {
        Measure-LabOutage web01 { Checkpoint-LabVM web01 'before patching' } | Should -LastAtMost -Pings 1
        $web.ParentSnapshotName | Should -Be 'before patching'
    }

    It 'keeps the checkpoint when the host dies meanwhile and the cluster starts the machine elsewhere' {
        Measure-LabOutage web01 { Add-LabFault HostPowerLoss NODE1 -Name Outlet } | Should -LastAtMost 00:02:00
        'web01' | Should -BeOnline -On NODE2
        (Get-LabVMSnapshot web01).ComputerName | Should -Be NODE2
        Remove-LabFault Outlet
        Step-LabClock 600
    }

    It 'is taken back in the time that the memory takes to be read' {
        $outage = Measure-LabOutage web01 {
            Restore-LabVMSnapshot 'before patching' web01
            $web.State | Should -Be Saved
            Start-LabClusterGroup web01 -Wait 120
        }
        $outage | Should -LastAtMost 00:00:30
        'web01' | Should -BeOnline
    }
}

Describe 'A patch that was good' {
    It 'lets the checkpoint go, and 2008 R2 merges its disks once the machine is off' {
        Remove-LabVMSnapshot web01
        Step-LabClock 600
        $web.HardDrives[0].Path | Should -BeLike '*.avhd'
        Stop-LabClusterGroup web01 -Wait 60
        Stop-LabVM web01 -TurnOff
        Step-LabClock 60
        $web.HardDrives[0].Path | Should -BeLike '*\web01.vhd'
        Start-LabClusterGroup web01 -Wait 120
        Step-LabClock 120
        'web01' | Should -BeHighlyAvailable
    }
}
