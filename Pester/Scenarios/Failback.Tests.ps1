BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-LabTestCluster web01, db01 -NodeCount 3
    Set-LabClusterGroup web01 -AutoFailbackType 1

    function Invoke-Maintenance([string] $Failback) {
        Suspend-LabClusterNode NODE1 -Drain -Wait
        Restart-LabHost NODE1
        Step-LabClock -Seconds 60
        Resume-LabClusterNode NODE1 -Failback $Failback
        Step-LabClock -Seconds 120
    }
}

AfterAll { Remove-Lab Lab }

Describe 'A node is back from its maintenance' {
    BeforeEach {
        Get-LabVM | Where-Object ComputerName -NE NODE1 | Move-LabVM -DestinationHost NODE1 -Live
    }

    It 'gets nothing back with NoFailback' {
        Invoke-Maintenance NoFailback
        'web01', 'db01' | Should -BeOnline
        'web01', 'db01' | Should -Not -BeOnline -On NODE1
    }

    It 'gets everything back with Immediate, without a loss' {
        Measure-LabOutage web01, db01 { Invoke-Maintenance Immediate } | Should -LastAtMost 00:00:02
        'web01', 'db01' | Should -BeOnline -On NODE1
    }

    It 'gets back what is allowed to by Policy' {
        Invoke-Maintenance Policy
        'web01' | Should -BeOnline -On NODE1
        'db01' | Should -Not -BeOnline -On NODE1
    }

    It 'waits for its hour with a failback window' {
        $hour = (Get-LabClock).Date.Hour
        Set-LabClusterGroup web01 -FailbackWindowStart (($hour + 1) % 24) -FailbackWindowEnd (($hour + 2) % 24)
        Invoke-Maintenance Policy
        'web01' | Should -Not -BeOnline -On NODE1
        Step-LabClock -Seconds 3600
        'web01' | Should -BeOnline -On NODE1
    }
}
