BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    & $PSScriptRoot/../Shared/New-SampleCluster.ps1 -Count 3 -VMName web01
    'NODE3', 'NODE2', 'NODE1' | ForEach-Object { Stop-LabClusterNode $_ | Out-Null }
}

AfterAll { Remove-Lab Lab }

Describe 'A cluster without quorum' {
    It 'does not form while its nodes may only join' {
        Start-LabClusterNode NODE1 -PreventQuorum -WarningVariable said -WarningAction SilentlyContinue | Out-Null
        $said | Should -BeLike '*waits for more nodes*'
        (Get-LabClusterNode NODE1).NeedsPreventQuorum | Should -Be 1
        (Get-LabCluster C1).IsRunning | Should -BeFalse
    }

    It 'is forced to start, and says what that means' {
        Start-LabClusterNode NODE1 -FixQuorum -WarningVariable said -WarningAction SilentlyContinue | Out-Null
        $said | Should -BeLike '*started without quorum*'
        (Get-LabCluster C1).FixQuorum | Should -Be 1
        (Get-LabClusterNode NODE1).State | Should -Be 'Up'
        Step-LabClock -Seconds 120
        (Get-LabVM web01).State | Should -Be 'Running'
        (Get-LabVM web01).ComputerName | Should -Be 'NODE1'
    }

    It 'is forced no more when others have joined' {
        Start-LabClusterNode NODE2 -PreventQuorum | Out-Null
        Step-LabClock -Seconds 30
        (Get-LabClusterNode NODE2).State | Should -Be 'Up'
        (Get-LabCluster C1).FixQuorum | Should -Be 0
        { Start-LabClusterNode NODE3 -ForceQuorum -PreventQuorum -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Clustering.StartLabClusterNodeCommand'
    }
}
