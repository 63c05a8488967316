# The receive path of Linux 6.1, where it differs from 6.18 in the functions that the function tracer saw.
like v6_18

softirq_entry 250ns __do_softirq<__irq_exit_rcu
net_rx_action 90ns net_rx_action<__do_softirq
ttwu_do_activate 800ns ttwu_queue_wakelist<try_to_wake_up ttwu_do_activate<try_to_wake_up
  enqueue_task_fair<ttwu_do_activate ttwu_do_wakeup<try_to_wake_up check_preempt_curr resched_curr
sched_ttwu_pending 500ns sched_ttwu_pending<__flush_smp_call_function_queue ttwu_do_activate
  enqueue_task_fair<ttwu_do_activate ttwu_do_wakeup<sched_ttwu_pending check_preempt_curr resched_curr
wake_up_all 60ns __wake_up<sock_def_wakeup __wake_up_common_lock<sock_def_wakeup __wake_up_common
softirq_on_enable 190ns __do_softirq<do_softirq.part.0
