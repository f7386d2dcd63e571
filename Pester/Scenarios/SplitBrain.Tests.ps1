BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.Testing
    New-LabTestCluster web01, web02, web03, web04 -NodeCount 4
    Get-LabVM | Start-LabWorkload -Kind Ledger
    $left, $right = @('NODE1', 'NODE2'), @('NODE3', 'NODE4')
}

AfterAll { Remove-Lab Lab }

Describe 'The network breaks between two halves of a cluster' {
    BeforeAll {
        Add-LabFault NetworkPartition $left -ToComputerName $right -Name Trunk
        Step-LabClock -Seconds 300
        $up = @(Get-LabClusterNode | Where-Object State -EQ Up).Name
    }

    It 'leaves one half, that has the witness, and stops the service of the other' {
        Get-LabCluster | Should -HaveQuorum
        $up -join ' ' | Should -BeIn 'NODE1 NODE2', 'NODE3 NODE4'
        (Get-LabClusterGroup 'Cluster Group').OwnerNode.Name | Should -BeIn $up
    }

    It 'gives every machine a place on the half that is left' {
        foreach ($vm in Get-LabVM) {
            $vm | Should -BeOnline
            $vm.ComputerName | Should -BeIn $up
        }
    }

    It 'stopped the machines of the losing half before the other half started them' {
        $log = Get-LabEvent Hyper-V-Worker
        $starts = $log | Where-Object Message -Match 'started successfully' | Group-Object { $_.Message }
        $moved = @(($starts | Where-Object Count -EQ 2).Name | ForEach-Object { Get-LabVM ($_ -split "'")[1] })
        $moved | Should -HaveCount 2
        foreach ($vm in $moved) {
            $stopped = ($log | Where-Object Message -Match "^'$($vm.Name)' was turned off").Time
            $started = ($log | Where-Object Message -Match "^'$($vm.Name)' started").Time
            $stopped | Should -BeLessThan $started[1] -Because "$vm may run but once"
        }
    }

    It 'keeps every ledger whole, for no two machines wrote to one disk' {
        $ledgers = Test-LabWorkload
        $ledgers | Should -HaveCount 4
        $ledgers.Lost | Should -Be 0, 0, 0, 0
        $ledgers.IsConsistent | Should -Not -Contain $false
    }

    It 'joins both halves again when the network is whole' {
        Remove-LabFault Trunk
        Step-LabClock -Seconds 300
        Get-LabClusterNode | Should -BeOnline
        Get-LabCluster | Should -HaveQuorum -Spare 2
        Get-LabVM | Should -BeHighlyAvailable
    }
}
